import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseStatuses, caseVerdicts } from '#app/domain/integrity.ts'
import { optionalParagraph } from '#app/domain/text.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import { CandidateWords } from '#app/ui/integrity/CandidateWords.tsx'
import { Counted } from '#app/ui/integrity/Counted.tsx'
import { Decide } from '#app/ui/integrity/Decide.tsx'
import { Reasons } from '#app/ui/integrity/Reasons.tsx'
import { SideBySide } from '#app/ui/integrity/SideBySide.tsx'
import stylesheet from '#app/ui/integrity.css?url'
import { title } from '#app/ui/title.ts'
import { findCase } from '#db/integrity/case.ts'
import { decideCase } from '#db/integrity/decide.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** One thing to look at. Whoever reads it knows whose it is, which is written down as on the person's own page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t, formats } = await requireStaff(args, 'see-integrity')
  const read = found(await findCase(db, { viewer, id: idParam(args, 'id') }))
  if (read.hidden) throw redirect(`/team/applications/${read.applicationId}`)
  const head = await applicationHead(db, { viewer, id: read.applicationId, locale, now: now() })
  const day = (at: Date) => formats.dateTime(at, read.zone)
  const { id, status, reasons, parts, pairs, noted, policy, declaration, asked, statement, decided } = read
  return {
    title: `${t('integrity.one')}: ${head.name}`,
    head: { id: head.id, name: head.name, hidden: head.hidden, stage: head.stage, vacancy: head.vacancy },
    id,
    status,
    reasons,
    parts,
    pairs,
    noted,
    policy,
    aids: declaration,
    lang: read.candidateLocale,
    asked: asked && day(asked.at),
    statement: statement && { text: statement.text, at: day(statement.at) },
    decided: decided && { reason: decided.reason, by: decided.by, at: day(decided.at) },
  }
}

/** A person says what it was, with a reason. Nothing else follows. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'see-integrity')
  await within(args.context, 'write', viewer.userId)
  const id = idParam(args, 'id')
  const form = await readForm(args.request)
  const typed = { to: form.text('to'), reason: form.text('reason') }
  const to = caseVerdicts.find((one) => one === typed.to)
  const from = caseStatuses.find((one) => one === form.text('from'))
  const reason = optionalParagraph().safeParse(typed.reason)
  if (!from || !reason.success) return refuse(400, 'bad-form')
  if (!to) return data({ typed, issues: { to: 'choose' as const }, refused: undefined }, { status: 422 })
  const done = found(await decideCase(db, { viewer, id, from, to, reason: reason.data, now: now() }))
  if ('ok' in done) return redirect(`/team/integrity/${id}`, 303)
  if (done.refused === 'reason-missing')
    return data({ typed, issues: { reason: done.refused }, refused: undefined }, { status: 422 })
  return data({ typed, issues: {}, refused: done.refused }, { status: 409 })
}

export default function Case() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  const { id, head, status, reasons, parts, pairs } = page
  return (
    <>
      <ApplicationHead head={head} />
      <div className="beside">
        <div className="stack wide">
          <section className="first stack">
            <h2>{t('integrity.noticed')}</h2>
            <Reasons reasons={reasons} parts={parts} to="integrity" />
          </section>
          {reasons.some(({ code }) => code === 'similar') && <SideBySide pairs={pairs} parts={parts} />}
          <CandidateWords
            id={id}
            open={status === 'open'}
            aids={page.aids}
            lang={page.lang}
            asked={page.asked}
            statement={page.statement}
          />
          {again?.refused && (
            <p className="error" role="alert">
              {t(`integrity.refusals.${again.refused}`)}
            </p>
          )}
          <Decide
            key={status}
            status={status}
            decided={page.decided}
            typed={again?.typed}
            issues={again?.issues}
          />
        </div>
        <aside>
          <Counted noted={page.noted} policy={page.policy} />
        </aside>
      </div>
    </>
  )
}
