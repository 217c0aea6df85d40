import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { seedOf } from '#app/domain/scenario/anchor-answers.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { caseOf, levelsIn } from '#app/server/calibration-data.ts'
import { readForm } from '#app/server/form.ts'
import { found, requireStaff, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { AnchorText, CaseText } from '#app/ui/calibration/Anchor.tsx'
import { LessonLevels } from '#app/ui/calibration/LessonLevels.tsx'
import { Levels } from '#app/ui/calibration/Levels.tsx'
import style from '#app/ui/calibration.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { anchorForExpert, gradedCases, rateAsExpert } from '#db/calibration.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

const keyOf = (request: Request) => new URL(request.url).searchParams.get('key') ?? ''

/** One sample answer for an expert: without the authors' levels, without those of other experts. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, library } = await requireStaff(args, 'grade')
  const key = keyOf(args.request)
  const { anchor, own } = found(await anchorForExpert(db, { viewer, key, cases: gradedCases(library) }))
  const content = found(library.scenario(anchor.scenarioKey)).content
  const { words, criteriaOf } = caseOf(library, content, anchor.locale, seedOf(anchor.source, anchor.body))
  return {
    title: t('calibration.experts.rateTitle', { case: words.title }),
    locale: anchor.locale,
    words,
    body: anchor.body,
    criteria: criteriaOf(anchor.dimensions),
    own: Object.fromEntries(own.map(({ dimension, level, why }) => [dimension, { level, why }])),
    rated: own.length > 0,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, library } = await requireStaff(args, 'grade')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const levels = levelsIn(form)
  const ratings: Partial<Record<Dimension, { level: number; why: string }>> = {}
  for (const dimension of dimensions) {
    const level = levels[dimension]
    if (level !== undefined) ratings[dimension] = { level, why: form.text(`why-${dimension}`).slice(0, 1000) }
  }
  const key = keyOf(args.request)
  const done = found(
    await rateAsExpert(db, { viewer, key, cases: gradedCases(library), ratings, now: now() }),
  )
  if ('ok' in done) return redirect(`/team/grading/experts?in=${key.split('/')[1]}`, { status: 303 })
  return data({ refused: done.refused }, { status: done.refused === 'already-rated' ? 409 : 422 })
}

export default function ExpertAnswer() {
  const { title: heading, locale, words, body, criteria, own, rated } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        crumb={<Link to={`/team/grading/experts?in=${locale}`}>{t('calibration.experts.link')}</Link>}
      />
      {!rated && <p className="column">{t('calibration.experts.rateIntro')}</p>}
      <div className="calibration-run">
        <div>
          <CaseText words={words} lang={locale} />
          <section className="calibration-answer">
            <h2>{t('grading.answer')}</h2>
            <AnchorText body={body} lang={locale} />
          </section>
        </div>
        {rated ? (
          <section>
            <h2>{t('calibration.experts.yours')}</h2>
            <LessonLevels grades={own} lang={locale} />
          </section>
        ) : (
          <Form method="post" className="calibration-levels">
            {refused && (
              <p className="error" role="alert">
                {t(`calibration.refusals.${refused}`)}
              </p>
            )}
            <Levels criteria={criteria} lang={locale} why />
            <Button kind="primary" block>
              {t('calibration.experts.give')}
            </Button>
          </Form>
        )}
      </div>
    </>
  )
}
