import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { dimensions, familyOf } from '#app/domain/dimensions.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import { delayForm } from '#app/domain/readiness-form.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { Button } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { CheckRow, Field, Textarea } from '#app/ui/Field.tsx'
import { Cancel, issueWords, LeadPage } from '#app/ui/newcomer/LeadPage.tsx'
import sheet from '#app/ui/newcomer.css?url'
import { title } from '#app/ui/title.ts'
import { planForTeam } from '#db/newcomers.ts'
import { delayReadiness } from '#db/readiness.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t } = await requireStaff(args, 'sign-readiness')
  const id = idParam(args, 'newcomer')
  const { name, signature, delay } = found(await planForTeam(db, { viewer, id }))
  if (signature) return redirect(`/team/newcomers/${id}`)
  return { title: t('newcomers.delay.title'), id, name, after: delay?.id ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'sign-readiness')
  const newcomerId = idParam(args, 'newcomer')
  const form = await readForm(args.request)
  const chosen = form.all('dimensions')
  const fields = { note: form.text('note'), lookAgainOn: form.text('lookAgainOn') }
  const typed = delayForm.safeParse({ ...fields, dimensions: chosen })
  if (!typed.success)
    return data({ issues: fieldIssues(typed.error), refused: null, fields, chosen }, { status: 422 })
  const delay = { ...typed.data, note: typed.data.note.trim(), after: form.text('after') || null }
  const said = found(await delayReadiness(db, { viewer, newcomerId, ...delay, now: now() }))
  if ('refused' in said && said.refused !== 'already-signed')
    return data(
      { issues: {}, refused: said.refused, fields, chosen },
      { status: statusOfRefusal(said.refused) },
    )
  return redirect(`/team/newcomers/${newcomerId}`, 303)
}

export default function NotYet() {
  const { title: heading, id, name, after } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const errors = issueWords(t, result?.issues)
  if (result?.refused === 'practise-nothing') errors.dimensions = t('newcomers.refusals.practise-nothing')
  if (result?.refused === 'look-again-past') errors.lookAgainOn = t('newcomers.refusals.look-again-past')
  const other = result?.refused && Object.keys(errors).length === 0 ? result.refused : null
  return (
    <LeadPage id={id} name={name} heading={heading} lede={t('newcomers.delay.lede', { name })}>
      <ErrorSummary errors={errors} />
      {other && <p className="error">{t(`newcomers.refusals.${other}`)}</p>}
      <Form method="post" className="stack" noValidate>
        <input type="hidden" name="after" value={after} />
        <CheckRow
          name="dimensions"
          label={t('newcomers.delay.dimensions')}
          values={result?.chosen}
          error={errors.dimensions}
          options={dimensions.map((one) => ({
            value: one,
            label: (
              <>
                <i className={familyOf(one) === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />{' '}
                {t(`domain.dimensions.${one}.name`)}
              </>
            ),
            hint: t(`domain.dimensions.${one}.long`),
          }))}
        />
        <Textarea
          name="note"
          label={t('newcomers.delay.note')}
          hint={t('newcomers.delay.noteHint')}
          defaultValue={result?.fields.note}
          error={errors.note}
          required
        />
        <Field
          name="lookAgainOn"
          type="date"
          label={t('newcomers.delay.day')}
          defaultValue={result?.fields.lookAgainOn}
          error={errors.lookAgainOn}
          required
        />
        <p className="row">
          <Button kind="primary">{t('newcomers.delay.button')}</Button>
          <Cancel id={id} />
        </p>
      </Form>
    </LeadPage>
  )
}
