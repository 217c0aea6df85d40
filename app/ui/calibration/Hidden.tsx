import { Link } from '@remix-run/react'
import { hiddenRules, type LiveFigures } from '#app/domain/hidden-anchors.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'
import { Lean } from './Lean.tsx'

interface Told {
  id: string
  code: string
  locale: string
  on: string
  case: string
  figures: LiveFigures
}

/** That there may be anchors among the answers is said beforehand; which they were, when nothing lies open any more. */
export function Hidden({ told, together }: { told: readonly Told[]; together: LiveFigures }) {
  const { t, formats } = useI18n()
  const { oneIn, rolling, adjacent, bias } = hiddenRules
  return (
    <section className="runs">
      <h2>{t('calibration.hidden.title')}</h2>
      <p className="column">{t('calibration.hidden.policy', { n: oneIn })}</p>
      <p className="quiet column">
        {t('calibration.hidden.limits', {
          n: rolling,
          share: formats.percent(adjacent),
          bias: formats.number(bias, 1),
        })}
      </p>
      {told.length > 0 && (
        <Strip name={t('calibration.hidden.title')} narrow>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('calibration.hidden.answer')}</th>
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
                  {t('calibration.result.bias')}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.map(({ id, code, locale, on, figures, ...one }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/team/grading/calibration/told/${id}`} className="num">
                      {code}
                    </Link>{' '}
                    <span className="label">{one.case}</span>
                  </th>
                  <td className="nowrap">
                    {formats.day(on)} <span className="label">{formats.language(locale)}</span>
                  </td>
                  <Figures figures={figures} />
                </tr>
              ))}
              {told.length > 1 && (
                <tr>
                  <th scope="row">{t('calibration.hidden.together')}</th>
                  <td />
                  <Figures figures={together} />
                </tr>
              )}
            </tbody>
          </table>
        </Strip>
      )}
    </section>
  )
}

function Figures({ figures: { n, adjacent, exact, bias } }: { figures: LiveFigures }) {
  return (
    <>
      <td className="n">{n}</td>
      <td className="n">{adjacent}</td>
      <td className="n">{exact}</td>
      <td className="n">{bias !== null && <Lean bias={bias} />}</td>
    </>
  )
}
