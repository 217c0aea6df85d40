import { type Dimension, dimensionsOf, families } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { BandWord } from '#app/domain/report.ts'
import { useI18n } from '#app/i18n/react.tsx'

export interface ReportData {
  vacancy: { title: string; lang: Locale }
  zone: string
  releasedAt: string
  /** The language of the strengths and steps, where it is not the page's own. */
  lang: Locale | null
  dimensions: readonly { dimension: Dimension; word: BandWord }[]
  strengths: readonly string[]
  steps: readonly string[]
  scenarios: readonly string[]
  nameKnown: boolean
}

/** What went well and what to work on, first; then criterion by criterion in words, and how it came about. */
export function Report({ report }: { report: ReportData }) {
  const { t, formats } = useI18n()
  const { vacancy, zone, releasedAt, lang, dimensions, strengths, steps, scenarios, nameKnown } = report
  const unknown = dimensions.some(({ word }) => word === 'not-enough')
  return (
    <>
      <div className="stack">
        <p className="label" lang={vacancy.lang}>
          {vacancy.title}
        </p>
        <h1>{t('reports.own.title')}</h1>
        <p className="lede">{t('reports.own.lede')}</p>
      </div>
      <Said title={t('reports.own.strengths')} texts={strengths} lang={lang} />
      <Said title={t('reports.own.steps')} texts={steps} lang={lang} />
      <section>
        <h2>{t('reports.own.bands')}</h2>
        <p className="hint">{t('reports.own.bandsNote')}</p>
        <WordsTable dimensions={dimensions} />
        {unknown && <p className="hint">{t('reports.own.notEnough')}</p>}
      </section>
      {scenarios.length > 0 && (
        <section>
          <h2>{t('reports.own.scenarios')}</h2>
          <ol className="rows given">
            {scenarios.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="stack">
        <h2>{t('reports.own.how')}</h2>
        <p>{t(nameKnown ? 'reports.own.howKnown' : 'reports.own.howBlind')}</p>
        <p>{t('reports.own.howLevels')}</p>
        <p>{t('reports.own.human')}</p>
        <p className="label">{t('reports.own.released', { date: formats.date(releasedAt, zone) })}</p>
      </section>
    </>
  )
}

function Said(props: { title: string; texts: readonly string[]; lang: Locale | null }) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{props.title}</h2>
      {props.texts.length === 0 ? (
        <p className="quiet">{t('reports.own.noWords')}</p>
      ) : (
        <ul className="said-list" lang={props.lang ?? undefined}>
          {props.texts.map((text) => (
            <li key={text} className="read typed">
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The bands in words, attitude and knowledge apart. */
export function WordsTable({ dimensions }: { dimensions: ReportData['dimensions'] }) {
  const { t } = useI18n()
  return (
    <table className="in-words">
      <caption className="vh">{t('reports.own.bands')}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{t('reports.own.criterion')}</th>
          <th scope="col">{t('reports.own.word')}</th>
        </tr>
      </thead>
      {families.map((family) => {
        const own = dimensionsOf(family).flatMap((code) =>
          dimensions.filter(({ dimension }) => dimension === code),
        )
        return (
          own.length > 0 && (
            <tbody key={family}>
              <tr className="fam">
                <th scope="rowgroup" colSpan={2}>
                  <span className={family === 'attitude' ? 'dotA' : 'sqK'} /> {t(`domain.families.${family}`)}
                </th>
              </tr>
              {own.map(({ dimension, word }) => (
                <tr key={dimension}>
                  <th scope="row">
                    {t(`domain.dimensions.${dimension}.name`)}
                    <span className="label">{t(`domain.dimensions.${dimension}.long`)}</span>
                  </th>
                  <td className={word === 'not-enough' ? 'quiet' : undefined}>
                    {t(`reports.words.${word}`)}
                  </td>
                </tr>
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}
