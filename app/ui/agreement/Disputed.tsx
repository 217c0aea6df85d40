import { Link } from '@remix-run/react'
import { type Dimension, familyOf, type Level } from '#app/domain/dimensions.ts'
import type { DisagreementReason, DisagreementState } from '#app/domain/disagreement.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { classes } from '../classes.ts'

export interface DisputedRow {
  id: string
  answer: string
  code: string
  applicationId: string | null
  scenario: string
  dimension: Dimension | null
  reasons: DisagreementReason[]
  state: DisagreementState
  grades: { grader: string; level: Level | null; incident: boolean }[]
  moderation: { moderator: string; own: boolean; value: Level | null } | null
  dueAt: string | null
}

/** Answer by answer: why two grades were not enough, what was given, where it stands. */
export function Disputed({
  rows,
  vacancy,
}: {
  rows: readonly DisputedRow[]
  vacancy: { id: string; zone: string }
}) {
  const { t } = useI18n()
  return (
    <table className="table disputed">
      <thead>
        <tr>
          <th scope="col">{t('agreement.list.code')}</th>
          <th scope="col">{t('agreement.list.scenario')}</th>
          <th scope="col">{t('agreement.list.criterion')}</th>
          <th scope="col">{t('agreement.list.why')}</th>
          <th scope="col">{t('agreement.list.levels')}</th>
          <th scope="col">{t('agreement.list.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} vacancy={vacancy} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, vacancy }: { row: DisputedRow; vacancy: { id: string; zone: string } }) {
  const { t } = useI18n()
  const { dimension, reasons, grades } = row
  const at = `/team/vacancies/${vacancy.id}/disagreements/${row.answer}`
  return (
    <tr>
      <th scope="row" className="num">
        <Link to={dimension ? `${at}#${dimension}` : at}>{row.code}</Link>
      </th>
      <td>{row.scenario}</td>
      <td>
        {dimension && (
          <>
            <span className={classes('code', familyOf(dimension) === 'attitude' ? 'a' : 'k')}>
              {dimension}
            </span>{' '}
            {t(`domain.dimensions.${dimension}.name`)}
          </>
        )}
      </td>
      <td className="why">
        {row.state === 'awaited' && <span className="label">{t('agreement.list.hidden')}</span>}
        {reasons.map((reason) => (
          <span key={reason}>{t(`agreement.list.reason.${reason}`)}</span>
        ))}
        {dimension && reasons.length === 0 && <span>{t('agreement.list.reason.range')}</span>}
      </td>
      <td className="levels-given">
        {grades.map(({ grader, level, incident }) => (
          <span key={grader}>
            {t('agreement.list.grade', { name: grader, level: level ?? t('agreement.list.ne') })}
            {incident && <small className="label"> {t('agreement.list.incidentMark')}</small>}
          </span>
        ))}
      </td>
      <td>
        <Outcome row={row} at={at} zone={vacancy.zone} />{' '}
        {row.applicationId && row.state !== 'moderate' && (
          <Link className="label" to={`/team/applications/${row.applicationId}/profile`}>
            {t('agreement.list.profile')}
          </Link>
        )}
      </td>
    </tr>
  )
}

function Outcome({ row, at, zone }: { row: DisputedRow; at: string; zone: string }) {
  const { t, formats } = useI18n()
  const { state, moderation, grades, dimension, dueAt } = row
  const levels = grades.flatMap(({ level }) => (level === null ? [] : [level]))
  switch (state) {
    case 'awaited':
      return dueAt && <span>{t('agreement.list.due', { day: formats.day(dueAt, zone) })}</span>
    case 'moderate':
      return (
        <span className="tools">
          {moderation && !moderation.own ? (
            <span>{t('agreement.list.named', { name: moderation.moderator })}</span>
          ) : (
            <LinkButton dense to={`${at}#${dimension}`}>
              {t('agreement.list.moderate')}
            </LinkButton>
          )}
        </span>
      )
    case 'short':
    case 'settled':
      if (moderation?.value)
        return (
          <span>
            {t('agreement.list.moderated', { value: moderation.value, name: moderation.moderator })}
          </span>
        )
      if (levels.length === 0) return null
      return (
        <span>
          {t('agreement.list.meanOf', {
            mean: formats.number(levels.reduce<number>((sum, level) => sum + level, 0) / levels.length, 1),
          })}
        </span>
      )
  }
}
