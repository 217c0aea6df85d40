import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { practiceView } from '#app/domain/scenario/grader-view.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { feedbackOf, runAt, textOf } from '#app/server/practice-page.ts'
import { Button } from '#app/ui/Button.tsx'
import { Feedback } from '#app/ui/newcomer/Feedback.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'

export const meta = title

/** After the newcomer's own judgement: what each level says and the next would take, the reference answer, the usual mistakes. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, library } = await requireStaff(args, 'follow-plan')
  const at = await runAt(db, { viewer, stage: 'done' })
  if ('elsewhere' in at) return redirect(at.elsewhere)
  const { run } = at
  const { reference, facts, traps } = practiceView(run.content, run.locale, run.id)
  return {
    title: t('newcomers.feedback.title'),
    lang: run.locale,
    text: textOf(run),
    dimensions: feedbackOf(run, library.rubric.content),
    reference,
    facts,
    traps,
  }
}

export default function PracticeFeedback() {
  const { title: heading, lang, text, dimensions, reference, facts, traps } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
      </header>
      <section className="first">
        <h2>{t('newcomers.levels.yours')}</h2>
        <p className="own-text read" lang={lang}>
          {text}
        </p>
      </section>
      {dimensions.map((one) => (
        <Feedback key={one.shown.dimension} {...one} lang={lang} />
      ))}
      <section className="first">
        <h2>{t('newcomers.feedback.reference')}</h2>
        <p className="own-text read" lang={lang}>
          {reference}
        </p>
      </section>
      <section className="first">
        <h2>{t('newcomers.feedback.facts')}</h2>
        <ul className="dashes" lang={lang}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      <section className="first">
        <h2>{t('newcomers.feedback.traps')}</h2>
        <ul className="dashes" lang={lang}>
          {traps.map((trap) => (
            <li key={trap}>{trap}</li>
          ))}
        </ul>
      </section>
      <Form method="post" action="/start/practice">
        <Button block>{t('newcomers.practice.again')}</Button>
      </Form>
    </StartPage>
  )
}
