import { useI18n } from '#app/i18n/react.tsx'
import { Decide } from '../grading/Decide.tsx'
import { useQuoteText } from '../grading/Marked.tsx'
import { omegaWords } from '../vacancy/words.ts'
import type { CountedRow, ProfileData } from './types.ts'

/** What was counted by rule, beside the grades: each count with its interval, its cases, what it is and what it is not. */
export function Counted({ profile }: { profile: ProfileData }) {
  const speech = useI18n()
  const { t, formats } = speech
  const { rows, handling, judged } = profile.counted
  const { omega } = profile.counting
  if (rows.length === 0) return null
  return (
    <section className="first by-rule" id="counted">
      <h2>{t('profile.counted.title')}</h2>
      <p className="label">
        {omega
          ? t('profile.counted.noteShare', { list: omegaWords(speech, omega) })
          : t('profile.counted.note')}
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" className="n label">
              {t('profile.counted.count')}
            </th>
            <th scope="col" className="n label">
              95&nbsp;%
            </th>
            <th scope="col" className="n label">
              {t('profile.counted.level')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} profile={profile} />
          ))}
        </tbody>
      </table>
      {judged.length > 0 && (
        <p className="label">
          {t('profile.counted.judged', {
            list: formats.list(
              judged.map(({ dimension, level }) => `${dimension}\u00a0${formats.number(level, 1)}`),
            ),
          })}
        </p>
      )}
      {handling !== null && (
        <p>
          {t(omega?.knowledge ? 'profile.counted.handlingShare' : 'profile.counted.handling', {
            mark: formats.number(handling, 1),
          })}
        </p>
      )}
    </section>
  )
}

function Row({ row, profile }: { row: CountedRow; profile: ProfileData }) {
  const { t, formats } = useI18n()
  const { code, count, of, low, high, level, value, few, cases } = row
  const shown =
    code === 'C'
      ? formats.money(value ?? 0, 'EUR')
      : code === 'J' || code === 'SJT-rate'
        ? formats.number(value ?? 0, 2).replace('-', '−')
        : code === 'SJT'
          ? t('profile.counted.items', { count: of })
          : t('profile.objective.of', { found: count, planted: of })
  const codeOf = (key: string) => profile.scenarios.find((one) => one.key === key)?.code ?? key
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>{t(`profile.counted.codes.${code}.name`)}</summary>
          <p className="label">{t(`profile.counted.codes.${code}.what`)}</p>
          {cases.length > 0 && (
            <p className="label num">
              {cases
                .map(
                  (one) =>
                    `${codeOf(one.scenarioKey)}\u00a0${t('profile.objective.of', { found: one.count, planted: one.of })}`,
                )
                .join(' · ')}
            </p>
          )}
        </details>
        {few && <span className="label">{t('profile.counted.few')}</span>}
      </th>
      <td className="n">{shown}</td>
      <td className="n quiet">
        {low !== null &&
          high !== null &&
          t('profile.counted.interval', { low: Math.round(low * 100), high: Math.round(high * 100) })}
      </td>
      <td className="n">{level !== null && <b>{formats.number(level, 1)}</b>}</td>
    </tr>
  )
}

/** What a pattern found and a person has to look at, with what was said of it. */
export function Suspicions({ profile }: { profile: ProfileData }) {
  const { t } = useI18n()
  const short = useQuoteText()
  const { suspicions, scenarios } = profile
  if (suspicions.length === 0) return null
  return (
    <section className="first suspicions" id="suspicions">
      <h2>{t('profile.suspicions.title')}</h2>
      <p className="label">{t('profile.suspicions.note')}</p>
      <ul>
        {suspicions.map((one) => {
          const scenario = scenarios.find(({ key }) => key === one.scenarioKey)
          return (
            <li key={one.id}>
              <p className="read">{short(one.quote, 300)}</p>
              <p className="label split">
                <span>{t(`grading.lookAt.code.${one.code}`)}</span>
                <span className="num">{scenario?.code ?? scenario?.title}</span>
              </p>
              <p className="label strong">{t(`profile.suspicions.status.${one.status}`)}</p>
              <Decide key={one.status} suspicion={one} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
