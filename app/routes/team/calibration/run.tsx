import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { seedOf } from '#app/domain/scenario/anchor-answers.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { caseOf, keptDimensions, levelsIn } from '#app/server/calibration-data.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, requireStaff, within } from '#app/server/guard.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { AnchorText, CaseText } from '#app/ui/calibration/Anchor.tsx'
import { Feedback } from '#app/ui/calibration/Feedback.tsx'
import { Levels } from '#app/ui/calibration/Levels.tsx'
import style from '#app/ui/calibration.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { calibrationStep, rateAnchor } from '#db/calibration.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** The answer in hand, blind; or, with `?after`, what was given of it beside what is known. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, library } = await requireStaff(args, 'grade')
  const after = new URL(args.request.url).searchParams.get('after')
  const anchorId = after === null ? undefined : idParam({ params: { after } }, 'after')
  const step = await calibrationStep(db, { viewer, anchorId })
  if (!step && !anchorId) throw redirect('/team/grading/calibration')
  const { anchor, done, total, given } = found(step)
  const content = found(library.scenario(anchor.scenarioKey)).content
  const { words, criteriaOf } = caseOf(library, content, anchor.locale, seedOf(anchor.source, anchor.body))
  return {
    title: t('calibration.run.title', { n: given ? done : done + 1, total }),
    anchorId: anchor.id,
    locale: anchor.locale,
    words,
    body: anchor.body,
    criteria: criteriaOf(keptDimensions(anchor.dimensions)),
    given,
    last: done === total,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'grade')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const anchorId = idParam({ params: { anchor: form.text('anchor') } }, 'anchor')
  const rated = found(await rateAnchor(db, { viewer, anchorId, levels: levelsIn(form), now: now() }))
  if ('refused' in rated && rated.refused === 'level-missing')
    return data({ refused: rated.refused }, { status: 422 })
  return redirect(`/team/grading/calibration/run?after=${anchorId}`, { status: 303 })
}

export default function Run() {
  const {
    title: heading,
    anchorId,
    locale,
    words,
    body,
    criteria,
    given,
    last,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        crumb={<Link to="/team/grading/calibration">{t('calibration.title')}</Link>}
        who={!given && <span>{t('calibration.run.blind')}</span>}
      />
      <div className="calibration-run">
        <div>
          <CaseText words={words} lang={locale} />
          <section className="calibration-answer" aria-label={t('grading.answer')}>
            <h2>{t('grading.answer')}</h2>
            <AnchorText body={body} lang={locale} />
          </section>
        </div>
        {given ? (
          <aside>
            <Feedback given={given} lang={locale} />
            <div className="row">
              <LinkButton
                kind="primary"
                to={last ? '/team/grading/calibration' : '/team/grading/calibration/run'}
              >
                {t(last ? 'calibration.run.finish' : 'calibration.run.next')}
              </LinkButton>
            </div>
          </aside>
        ) : (
          <Form method="post" key={anchorId} className="calibration-levels">
            <input type="hidden" name="anchor" value={anchorId} />
            {refused && (
              <p className="error" role="alert">
                {t(`calibration.refusals.${refused}`)}
              </p>
            )}
            <Levels criteria={criteria} lang={locale} />
            <Button kind="primary" block>
              {t('calibration.run.give')}
            </Button>
          </Form>
        )}
      </div>
    </>
  )
}
