import type { Outcome } from '#app/domain/calibration.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'
import { Lean } from './Lean.tsx'

interface Run {
  id: string
  locale: string
  on: string
  outcome: Outcome
  passed: boolean
  advisory: boolean
}

/** Every finished run with its figures; what fell short is said in words. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  const { t, formats } = useI18n()
  const share = (count: number, { n }: Outcome) => (n === 0 ? '' : formats.percent(count / n))
  return (
    <section className="runs">
      <h2>{t('calibration.result.title')}</h2>
      <Strip name={t('calibration.result.title')} narrow>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('calibration.result.when')}</th>
              <th scope="col" className="n">
                {t('calibration.result.n')}
              </th>
              <th scope="col" className="n">
                {t('calibration.result.adjacent')}
              </th>
              <th scope="col" className="n">
                {t('calibration.result.exact')}
              </th>
              <th scope="col" className="n">
                {t('calibration.result.kappa')}
              </th>
              <th scope="col" className="n">
                {t('calibration.result.bias')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {runs.map(({ id, locale, on, outcome, passed, advisory }) => (
              <tr key={id}>
                <th scope="row" className="nowrap">
                  {formats.day(on)} <span className="label">{formats.language(locale)}</span>
                </th>
                <td className="n">{outcome.n}</td>
                <td className="n">{share(outcome.adjacent, outcome)}</td>
                <td className="n">{share(outcome.exact, outcome)}</td>
                <td className="n">
                  {outcome.kappa === null
                    ? t('calibration.result.noKappa')
                    : formats.number(outcome.kappa, 2)}
                </td>
                <td className="n">
                  <Lean bias={outcome.bias} />
                </td>
                <td>
                  <b>{t(passed ? 'calibration.result.passed' : 'calibration.result.failed')}</b>
                  {advisory && <span className="label"> · {t('calibration.result.advice')}</span>}
                  {outcome.failed.length > 0 && (
                    <small>
                      {formats.list(outcome.failed.map((one) => t(`calibration.result.why.${one}`)))}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Strip>
    </section>
  )
}
