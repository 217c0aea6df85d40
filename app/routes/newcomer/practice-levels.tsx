import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { type Dimension, dimensions, isLevel, type Level } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { caseOf, levelsOf, runAt, stagePaths } from '#app/server/practice-page.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { Button } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { LevelChoice } from '#app/ui/newcomer/LevelChoice.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { placeLevels } from '#db/practice.ts'

export const meta = title

/** One's own reply and the rubric beside it. The reference answer is not here yet: first one's own judgement. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, library } = await requireStaff(args, 'follow-plan')
  const at = await runAt(db, { viewer, stage: 'levels' })
  if ('elsewhere' in at) return redirect(at.elsewhere)
  const { id, locale } = at.run
  const { view, text } = caseOf(at.run)
  return {
    title: t('newcomers.levels.title'),
    run: { id, locale, text, answerLabel: view.answerLabel },
    dimensions: levelsOf(at.run, library.rubric.content),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  const form = await readForm(args.request)
  const levels: Partial<Record<Dimension, Level>> = {}
  for (const dimension of dimensions) {
    const level = Number(form.text(dimension))
    if (isLevel(level)) levels[dimension] = level
  }
  const at = await runAt(db, { viewer, stage: 'levels' })
  if ('elsewhere' in at) return redirect(at.elsewhere, 303)
  const placed = found(await placeLevels(db, { viewer, runId: at.run.id, levels, now: now() }))
  if ('ok' in placed) return redirect(stagePaths.done, 303)
  if (placed.refused === 'levels-missing')
    return data({ missing: placed.dimensions, levels }, { status: 422 })
  return refuse(statusOfRefusal(placed.refused), placed.refused)
}

export default function PracticeLevels() {
  const { title: heading, run, dimensions } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const missing = result?.missing ?? []
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
        <p>{t('newcomers.levels.text')}</p>
      </header>
      <section className="first">
        <h2>{t('newcomers.levels.yours')}</h2>
        <p className="own-text read" lang={run.locale}>
          {run.text}
        </p>
      </section>
      <Form method="post" noValidate>
        <ErrorSummary
          errors={Object.fromEntries(
            dimensions
              .filter(({ dimension }) => missing.includes(dimension))
              .map(({ dimension, name }) => [dimension, t('newcomers.levels.missing', { name })]),
          )}
        />
        {dimensions.map((one) => (
          <LevelChoice
            key={one.dimension}
            shown={one}
            lang={run.locale}
            level={result?.levels[one.dimension]}
            missing={missing.includes(one.dimension)}
          />
        ))}
        <Button kind="primary" block>
          {t('newcomers.levels.submit')}
        </Button>
      </Form>
    </StartPage>
  )
}
