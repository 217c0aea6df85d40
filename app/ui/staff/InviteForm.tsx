import { Form } from '@remix-run/react'
import { type Locale, locales } from '#app/domain/locale.ts'
import { givenRoles } from '#app/domain/staff.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Field, RadioRow, Select } from '../Field.tsx'

interface Answer {
  name: string
  email: string
  issues: Record<string, string>
  refused: 'last-owner' | 'account-disabled' | null
  done: boolean
}
type Issue = 'required' | 'too-long' | 'unreadable' | 'line-break' | 'email'

/** A role for a colleague: with what each role opens said beside it. */
export function InviteForm(props: {
  teams: readonly { id: string; name: string }[]
  locale: Locale
  answer?: Answer
}) {
  const { teams, locale, answer } = props
  const { t, formats } = useI18n()
  const typed = answer?.done ? undefined : answer
  const issue = (field: string) => {
    const code = answer?.issues[field]
    return code ? t(`domain.issues.${code as Issue}`) : undefined
  }
  return (
    <section className="first">
      <h2>{t('staff.inviteHead')}</h2>
      <Form method="post" className="stack">
        {answer?.done && <p role="status">{t('staff.done', { name: answer.name })}</p>}
        {answer?.refused && (
          <p role="alert" className="error">
            {t(`staff.refusals.${answer.refused}`)}
          </p>
        )}
        <Field
          label={t('staff.name')}
          name="name"
          autoComplete="off"
          defaultValue={typed?.name}
          error={issue('name')}
          required
        />
        <Field
          label={t('staff.email')}
          name="email"
          type="email"
          autoComplete="off"
          defaultValue={typed?.email}
          error={issue('email')}
          required
        />
        <RadioRow
          name="role"
          label={t('staff.role')}
          value="grader"
          options={givenRoles.map((role) => ({
            value: role,
            label: t(`shared.roles.${role}`),
            hint: t(`staff.roleHints.${role}`),
          }))}
        />
        <Select
          label={t('staff.locale')}
          name="locale"
          defaultValue={locale}
          options={locales.map((code) => ({ value: code, label: formats.language(code) }))}
        />
        {teams.length === 1 ? (
          <input type="hidden" name="teamId" value={teams[0]?.id} />
        ) : (
          <Select
            label={t('staff.inTeam')}
            name="teamId"
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <p className="hint">{t('staff.hint')}</p>
        <Button kind="primary">{t('staff.invite')}</Button>
      </Form>
    </section>
  )
}
