import { familyOf } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'
import type { ReferencePanel } from './Requests.tsx'

/** What the references say of each criterion: a level and how much of a voice stands behind it. Never a band. */
export function Scores({ panel }: { panel: ReferencePanel }) {
  const { t, formats } = useI18n()
  const spoken = panel.panel.filter(({ score }) => score !== null)
  const silent = panel.panel.filter(({ score }) => score === null)
  return (
    <section className="first stack scores">
      <h2>
        {t('references.panel.scores')} <span className="label">{t('references.panel.apart')}</span>
      </h2>
      <Strip name={t('references.panel.scores')} narrow>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('references.panel.criterion')}</th>
              <th scope="col" className="n">
                {t('references.panel.level')}
              </th>
              <th scope="col">{t('references.panel.weight')}</th>
            </tr>
          </thead>
          <tbody>
            {spoken.map(({ dimension, score }) => (
              <tr key={dimension}>
                <th scope="row">
                  <span className={familyOf(dimension) === 'attitude' ? 'num a' : 'num k'}>{dimension}</span>{' '}
                  {t(`domain.dimensions.${dimension}.name`)}
                </th>
                <td className="n lv">
                  <b>{formats.number(score?.value ?? 0, 1)}</b>
                </td>
                <td className="quiet">
                  {t('references.panel.voices', {
                    value: formats.number(score?.nEff ?? 0, 1),
                    count: score?.count ?? 0,
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Strip>
      {silent.length > 0 && (
        <p className="label">
          {formats.list(silent.map(({ dimension }) => t(`domain.dimensions.${dimension}.name`)))}:{' '}
          {t('references.panel.nothing')}
        </p>
      )}
      <p className="label">
        {t('references.panel.voicesHint')} {t('references.panel.lenient')}
      </p>
    </section>
  )
}
