import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paragraph } from '#app/domain/text.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireCandidate, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Textarea } from '#app/ui/Field.tsx'
import { Reasons } from '#app/ui/integrity/Reasons.tsx'
import stylesheet from '#app/ui/integrity.css?url'
import { title as meta } from '#app/ui/title.ts'
import { giveStatement, statementFor } from '#db/integrity/statement.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** What the candidate is asked about, in sentences about their own answers; there only once somebody has asked. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, locale, formats } = await requireCandidate(args)
  const read = found(await statementFor(db, { viewer }))
  const { open, about, parts, statement, statementAt, zone } = read
  return {
    title: t('status.statement.title'),
    vacancy: titleOf(read.vacancy, locale),
    open,
    about,
    parts,
    statement,
    sent: statementAt && formats.dateTime(statementAt, zone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireCandidate(args)
  await within(args.context, 'write', viewer.applicationId)
  const form = await readForm(args.request)
  const typed = form.text('statement')
  const text = paragraph().safeParse(typed)
  // Asked of nobody is not there, whatever is sent.
  found(await statementFor(db, { viewer }))
  if (!text.success) return data({ typed }, { status: 422 })
  const done = found(await giveStatement(db, { viewer, text: text.data, now: now() }))
  if ('refused' in done) return refuse(409, done.refused)
  return redirect('/a/statement', 303)
}

export default function Statement() {
  const { title, vacancy, open, about, parts, statement, sent } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <CandidatePage>
      <div className="stack">
        <p className="label" lang={vacancy.lang}>
          {vacancy.title}
        </p>
        <h1>{title}</h1>
        <p className="lede">{t('status.statement.lede')}</p>
        <Reasons reasons={about} parts={parts} to="status.statement" />
        <p>{t('status.statement.calm')}</p>
      </div>
      {open ? (
        <Form method="post" className="stack">
          {sent && <p role="status">{t('status.statement.sent', { date: sent })}</p>}
          <Textarea
            name="statement"
            label={t('status.statement.label')}
            defaultValue={again?.typed ?? statement ?? ''}
            error={again && t('status.statement.required')}
            maxLength={4000}
            rows={8}
          />
          <p className="acts">
            <Button kind="primary">{t(sent ? 'status.statement.change' : 'status.statement.act')}</Button>
          </p>
        </Form>
      ) : (
        <section className="stack">
          <p>{t('status.statement.over')}</p>
          {statement && <p className="read typed">{statement}</p>}
        </section>
      )}
      <section>
        <p>
          <a href="/a">{t('status.statement.back')}</a>
        </p>
      </section>
    </CandidatePage>
  )
}
