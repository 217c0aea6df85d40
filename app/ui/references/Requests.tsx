import type { ReactNode } from 'react'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { ReferenceFlag } from '#app/domain/reference-flags.ts'
import type { ReferenceStatus } from '#app/domain/reference-request.ts'
import type { Behaviour, ReferenceForm, Relation, sufficiency } from '#app/domain/references.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'

export interface ReferenceData {
  id: string
  name: string
  email: string
  relation: Relation
  company: string
  currentEmployer: boolean
  status: ReferenceStatus
  since: string
  form: ReferenceForm | null
  flags: ReferenceFlag[]
  verified: { at: string; by: string } | null
}
export interface ReferencePanel {
  id: string
  zone: string
  mayAsk: boolean
  askedAt: string | null
  behaviours: Behaviour[]
  references: ReferenceData[]
  panel: { dimension: Dimension; score: { value: number; nEff: number; count: number } | null }[]
  sufficiency: ReturnType<typeof sufficiency>
}

const marks: Partial<Record<ReferenceStatus, string>> = {
  received: 'status good',
  declined: 'status bad',
  'wrong-person': 'status bad',
  expired: 'status bad',
}

/** Is it enough, in a sentence; then every request with where it stands. */
export function Requests({ panel, ask }: { panel: ReferencePanel; ask: ReactNode }) {
  const { t, formats } = useI18n()
  const { sufficient, received, wanted, stillWanted, managerMissing } = panel.sufficiency
  return (
    <section className="first stack">
      <div className="split">
        <div>
          <p className="strong">
            {sufficient || stillWanted === 0
              ? t(sufficient ? 'references.panel.enough' : 'references.panel.counted', {
                  count: received,
                  wanted,
                })
              : t('references.panel.missing', { received, wanted, count: stillWanted })}{' '}
            {managerMissing && t('references.panel.manager')}
          </p>
          <p className="label">{t('references.panel.rule')}</p>
        </div>
        {ask}
      </div>
      <Strip name={t('references.panel.heading')} narrow>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('references.panel.person')}</th>
              <th scope="col">{t('references.panel.named')}</th>
              <th scope="col">{t('references.panel.state')}</th>
              <th scope="col">{t('references.panel.since')}</th>
            </tr>
          </thead>
          <tbody>
            {panel.references.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.form ? <a href={`#${one.id}`}>{one.name}</a> : one.name}{' '}
                  <span className="label">{one.email}</span>
                </th>
                <td>
                  {t(`references.relation.${one.relation}`)}
                  {one.company !== '' && <span className="label"> {one.company}</span>}
                  {one.currentEmployer && (
                    <span className="label"> · {t('references.panel.currentEmployer')}</span>
                  )}
                </td>
                <td>
                  <span className={marks[one.status] ?? 'status'}>
                    {t(`references.panel.status.${one.status}`)}
                  </span>
                </td>
                <td className="num nowrap">{formats.dateTime(one.since, panel.zone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Strip>
    </section>
  )
}
