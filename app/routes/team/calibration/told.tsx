import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { seedOf } from '#app/domain/scenario/anchor-answers.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { caseOf } from '#app/server/calibration-data.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { AnchorText, CaseText } from '#app/ui/calibration/Anchor.tsx'
import { Feedback } from '#app/ui/calibration/Feedback.tsx'
import style from '#app/ui/calibration.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { toldAnchor } from '#db/calibration.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** An anchor that lay among the viewer's answers, after they were told: what they gave beside what is known. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, library } = await requireStaff(args, 'grade')
  const told = found(await toldAnchor(db, { viewer, id: idParam(args, 'id') }))
  const content = found(library.scenario(told.scenarioKey)).content
  return {
    title: t('calibration.hidden.toldTitle', { code: told.code }),
    locale: told.locale,
    words: caseOf(library, content, told.locale, seedOf('own', told.body)).words,
    body: told.body,
    given: told.given,
  }
}

export default function Told() {
  const { title: heading, locale, words, body, given } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        crumb={<Link to="/team/grading/calibration">{t('calibration.title')}</Link>}
      />
      <p className="column">{t('calibration.hidden.toldIntro')}</p>
      <div className="calibration-run told">
        <section className="calibration-answer" aria-label={t('grading.answer')}>
          <h2>{t('grading.answer')}</h2>
          <AnchorText body={body} lang={locale} />
        </section>
        <aside>
          <Feedback given={given} lang={locale} />
        </aside>
        <CaseText words={words} lang={locale} />
      </div>
    </>
  )
}
