import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { signForm } from '#app/domain/readiness-form.ts'
import { instantOf } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { zoneWords } from '#app/ui/attempt/zoneWords.ts'
import { Button } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Field, Textarea } from '#app/ui/Field.tsx'
import { Cancel, issueWords, LeadPage } from '#app/ui/newcomer/LeadPage.tsx'
import sheet from '#app/ui/newcomer.css?url'
import { title } from '#app/ui/title.ts'
import { planForTeam } from '#db/newcomers.ts'
import { signReadiness } from '#db/readiness.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t } = await requireStaff(args, 'sign-readiness')
  const id = idParam(args, 'newcomer')
  const { name, team, steps, signature } = found(await planForTeam(db, { viewer, id }))
  if (signature) return redirect(`/team/newcomers/${id}`)
  return {
    title: t('newcomers.sign.title', { name }),
    id,
    name,
    zone: team.zone,
    date: steps.find(({ key }) => key === 'readiness')?.dueOn ?? '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'sign-readiness')
  const id = idParam(args, 'newcomer')
  const { team } = found(await planForTeam(db, { viewer, id }))
  const { fields } = await readForm(args.request)
  const typed = signForm.safeParse(fields)
  if (!typed.success)
    return data({ issues: fieldIssues(typed.error), refused: null, fields }, { status: 422 })
  const { date, time, note } = typed.data
  const firstShiftAt = instantOf(date, time, team.zone)
  const signed = found(
    await signReadiness(db, { viewer, newcomerId: id, note: note.trim(), firstShiftAt, now: now() }),
  )
  if ('refused' in signed && signed.refused !== 'already-signed')
    return data({ issues: {}, refused: signed.refused, fields }, { status: statusOfRefusal(signed.refused) })
  return redirect(`/team/newcomers/${id}`, 303)
}

export default function SignReadiness() {
  const { title: heading, id, name, zone, date } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const errors = issueWords(t, result?.issues)
  return (
    <LeadPage id={id} name={name} heading={heading} lede={t('newcomers.sign.lede', { name })}>
      <ErrorSummary errors={errors} />
      {result?.refused && <p className="error">{t(`newcomers.refusals.${result.refused}`)}</p>}
      <Form method="post" className="stack" noValidate>
        <Field
          name="date"
          type="date"
          label={t('newcomers.sign.date')}
          defaultValue={result?.fields.date ?? date}
          error={errors.date}
          required
        />
        <Field
          name="time"
          type="time"
          label={t('newcomers.sign.time')}
          hint={zoneWords(t, zone)}
          defaultValue={result?.fields.time ?? '10:00'}
          error={errors.time}
          required
        />
        <Textarea
          name="note"
          label={t('newcomers.sign.note', { name })}
          hint={t('newcomers.sign.noteHint')}
          defaultValue={result?.fields.note}
          error={errors.note}
          optional
        />
        <p className="row">
          <Button kind="primary">{t('newcomers.sign.button')}</Button>
          <Cancel id={id} />
        </p>
      </Form>
    </LeadPage>
  )
}
