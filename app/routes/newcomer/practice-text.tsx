import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bodyLimits } from '#app/domain/scenario/body.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { caseOf, runAt, stagePaths } from '#app/server/practice-page.ts'
import attempt from '#app/ui/attempt/attempt.css?url'
import { Brief } from '#app/ui/attempt/Brief.tsx'
import { Message } from '#app/ui/attempt/Reply.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Textarea } from '#app/ui/Field.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { finishPractice, savePractice } from '#db/practice.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: attempt }]

/** The same case on one page, for a browser without JavaScript: the text is kept when a button is pressed. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer } = await requireStaff(args, 'follow-plan')
  const at = await runAt(db, { viewer, stage: 'writing' })
  if ('elsewhere' in at) return redirect(at.elsewhere)
  const { id, locale, rev } = at.run
  const { view, text } = caseOf(at.run)
  return { title: view.title, run: { id, locale, rev, text }, view }
}

const sent = z.object({
  run: z.uuid(),
  rev: z.coerce.number().int().min(0).max(1_000_000),
  text: z.string().max(bodyLimits.text),
  act: z.enum(['save', 'finish']),
})

/** Saves the text on top of the revision that was on the page; then, if asked, the answer is done. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  const read = sent.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const { run: runId, rev, act } = read.data
  // A form writes \r\n where the page has \n.
  const text = read.data.text.replace(/\r\n?/g, '\n')
  const saved = found(
    await savePractice(db, { viewer, runId, saveId: randomUUID(), baseRev: rev, body: { text }, now: now() }),
  )
  if ('refused' in saved && saved.refused === 'stale')
    return data(
      { refused: 'stale' as const, text, rev: saved.server.rev, theirs: theirText(saved.server.body) },
      { status: 409 },
    )
  if ('refused' in saved && saved.refused === 'answer-shape') return refuse(400, 'answer-shape')
  if (act === 'save') return redirect('/start/practice/text', 303)
  const done = found(await finishPractice(db, { viewer, runId, now: now() }))
  if ('refused' in done)
    return data({ refused: done.refused, text, rev: null, theirs: null }, { status: 422 })
  return redirect(stagePaths.levels, 303)
}

const theirText = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : ''

export default function PracticeText() {
  const { run, view } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const lang = run.locale
  return (
    <StartPage>
      <Brief view={view} lang={lang} />
      <Message view={view} lang={lang} />
      <p className="one-page quiet">
        {t('newcomers.practice.plain', { articles: view.articles.map(({ number }) => number).join(', ') })}{' '}
        <Link to="/start/handbook">{t('newcomers.handbook.title')}</Link>
      </p>
      {result?.refused === 'stale' && (
        <section>
          <p className="error">{t('newcomers.practice.stale')}</p>
          <h2>{t('newcomers.practice.theirs')}</h2>
          <p className="own-text read" lang={lang}>
            {result.theirs}
          </p>
        </section>
      )}
      <Form method="post" className="signing">
        <input type="hidden" name="run" value={run.id} />
        <input type="hidden" name="rev" value={result?.rev ?? run.rev} />
        <Textarea
          name="text"
          label={<span lang={lang}>{view.answerLabel}</span>}
          lang={lang}
          rows={14}
          maxLength={bodyLimits.text}
          defaultValue={result?.text ?? run.text}
          error={result?.refused === 'answer-empty' ? t('newcomers.practice.empty') : undefined}
        />
        <p className="row">
          <Button kind="primary" name="act" value="finish">
            {t('newcomers.practice.finish')}
          </Button>
          <Button name="act" value="save">
            {t('newcomers.practice.save')}
          </Button>
        </p>
      </Form>
    </StartPage>
  )
}
