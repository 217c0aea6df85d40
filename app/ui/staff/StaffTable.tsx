import { useFetcher } from '@remix-run/react'
import type { Role } from '#app/domain/access.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Strip } from '../Strip.tsx'

interface Person {
  userId: string
  name: string
  email: string
  locale: string
  teamId: string
  team: string
  roles: Role[]
  disabledAt: string | null
  invited: boolean
  self: boolean
}

/** Everybody with their roles. What cannot be done says why, in its own row. */
export function StaffTable({ staff, teams }: { staff: readonly Person[]; teams: number }) {
  const { t } = useI18n()
  return (
    <Strip name={t('staff.table')} narrow>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('staff.person')}</th>
            {teams > 1 && <th scope="col">{t('staff.team')}</th>}
            <th scope="col">{t('staff.roles')}</th>
            <th scope="col">{t('staff.state')}</th>
          </tr>
        </thead>
        <tbody>
          {staff.map((person) => (
            <Row key={`${person.userId} ${person.teamId}`} person={person} teams={teams} />
          ))}
        </tbody>
      </table>
    </Strip>
  )
}

function Row({ person, teams }: { person: Person; teams: number }) {
  const { t, formats } = useI18n()
  const act = useFetcher<{ refused: 'role-too-low' | 'last-owner' | 'account-disabled' | null }>()
  const base = `/team/staff/${person.userId}`
  const refused = act.data?.refused
  return (
    <tr>
      <th scope="row">
        {person.name} <span className="label">{person.self ? t('staff.you') : person.locale}</span>
        <p className="label">{person.email}</p>
      </th>
      {teams > 1 && <td>{person.team}</td>}
      <td>
        <ul>
          {person.roles.map((role) => (
            <li key={role} className="split">
              {t(`shared.roles.${role}`)}
              {role !== 'newcomer' && (
                <act.Form method="post" action={`${base}/role`}>
                  <input type="hidden" name="teamId" value={person.teamId} />
                  <input type="hidden" name="role" value={role} />
                  <Button
                    kind="plain"
                    dense
                    aria-label={t('staff.take', { role: t(`shared.roles.${role}`) })}
                  >
                    {t('staff.takeShort')}
                  </Button>
                </act.Form>
              )}
            </li>
          ))}
        </ul>
        {refused && (
          <p role="alert" className="error">
            {t(`staff.refusals.${refused}`)}
          </p>
        )}
      </td>
      <td>
        <p>{state()}</p>
        <act.Form method="post" action={person.disabledAt ? `${base}/open` : `${base}/close`}>
          <Button kind="plain" dense>
            {person.disabledAt ? t('staff.reopen') : t('staff.close')}
          </Button>
        </act.Form>
        {person.invited && !person.disabledAt && (
          <act.Form method="post" action={`${base}/open`}>
            <Button kind="plain" dense>
              {t('staff.again')}
            </Button>
          </act.Form>
        )}
      </td>
    </tr>
  )

  function state(): string {
    if (person.disabledAt) return t('staff.closed', { day: formats.shortDate(person.disabledAt) })
    return person.invited ? t('staff.invited') : t('staff.open')
  }
}
