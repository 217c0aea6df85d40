import type { Dimension, Family, Level } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { type Fact, Facts } from '../Facts.tsx'

interface ConfidentialityProps {
  agreement: { version: string; typedName: string; at: Date; hash: string } | null
  tries: readonly { at: Date; right: number; total: number; wrong: readonly string[] }[]
  articles: readonly { number: number; title: string }[]
  zone: string
}

/** What stands behind the gate's ticks: the signature with its version, every try, what was opened since. */
export function Confidentiality({ agreement, tries, articles, zone }: ConfidentialityProps) {
  const { t, formats } = useI18n()
  const facts: Fact[] = [
    {
      name: t('newcomers.team.agreement'),
      value: agreement
        ? t('newcomers.team.signedBy', { name: agreement.typedName })
        : t('newcomers.team.unsigned'),
      note:
        agreement &&
        t('newcomers.team.signedNote', {
          version: agreement.version,
          day: formats.day(agreement.at, zone),
          time: formats.time(agreement.at, zone),
          hash: agreement.hash,
        }),
    },
    {
      name: t('newcomers.team.tries'),
      value:
        tries.length === 0 ? (
          t('newcomers.team.noTries')
        ) : (
          <ul>
            {tries.map(({ at, right, total, wrong }) => (
              <li key={at.getTime()}>
                {formats.dateTime(at, zone)}: {t('newcomers.team.try', { right, total })}
                {wrong.length > 0 && (
                  <small>{t('newcomers.team.wrongOn', { topics: formats.list(wrong) })}</small>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    {
      name: t('newcomers.team.handbook'),
      value:
        articles.length === 0 ? (
          t('newcomers.team.notOpened')
        ) : (
          <ul>
            {articles.map(({ number, title }) => (
              <li key={number}>
                <span className="num label">{number}</span> {title}
              </li>
            ))}
          </ul>
        ),
    },
  ]
  return (
    <section className="first">
      <h2>{t('newcomers.team.confidentiality')}</h2>
      <Facts facts={facts} />
    </section>
  )
}

interface PractisedProps {
  practice: { startedAt: Date; submittedAt: Date | null } | null
  practised: {
    lang: string
    text: string
    levels: readonly { dimension: Dimension; family: Family; level: Level }[]
  } | null
  maySign: boolean
  zone: string
}

/** The practice case: that it was done is for everybody on this page, what was written for shift leads. */
export function Practised({ practice, practised, maySign, zone }: PractisedProps) {
  const { t, formats } = useI18n()
  const at = practice?.submittedAt ?? practice?.startedAt
  const when = at && { day: formats.day(at, zone), time: formats.time(at, zone) }
  return (
    <section className="first stack">
      <h2>{t('newcomers.team.practice')}</h2>
      <p>
        {when
          ? t(practice?.submittedAt ? 'newcomers.team.practiceAt' : 'newcomers.team.practiceOpen', when)
          : t('newcomers.team.noPractice')}
      </p>
      {!maySign && <p className="label">{t('newcomers.team.leadOnly')}</p>}
      {practised && (
        <>
          <h3>{t('newcomers.team.reply')}</h3>
          <p className="own-text read" lang={practised.lang}>
            {practised.text}
          </p>
          {practised.levels.length > 0 && (
            <>
              <h3>{t('newcomers.team.levels')}</h3>
              <ul className="own-levels">
                {practised.levels.map(({ dimension, family, level }) => (
                  <li key={dimension}>
                    <i className={family === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />
                    <span>{t(`domain.dimensions.${dimension}.name`)}</span>
                    <span>{t('newcomers.level', { level, word: t(`domain.levels.${level}`) })}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}
