import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { dimensions, familyOf } from '#app/domain/dimensions.ts'
import { sampleAnchors } from '#app/domain/scenario/anchor-answers.ts'
import { sampleSeed } from '#app/domain/scenario/draw.ts'
import { dimensionView } from '#app/domain/scenario/rubric.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { caseOf, languageOf } from '#app/server/calibration-data.ts'
import { requireStaff } from '#app/server/guard.ts'
import { AnchorText, CaseText } from '#app/ui/calibration/Anchor.tsx'
import { LessonLevels } from '#app/ui/calibration/LessonLevels.tsx'
import style from '#app/ui/calibration.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { gradedCases, teaching } from '#db/calibration.ts'
import { graderAbout } from '#db/grading.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** The criteria level by level, and one case with its answers and their levels; the case by `?case`. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale, library } = await requireStaff(args, 'grade')
  const { gradesIn } = await graderAbout(db, { viewer, locale })
  const language = languageOf(args.request, gradesIn, locale)
  const cases = teaching(gradedCases(library))
  const asked = new URL(args.request.url).searchParams.get('case')
  const shown = cases.find(({ key }) => key === asked) ?? cases[0]
  return {
    title: t('calibration.lesson.title'),
    language,
    definitions: dimensions.map((dimension) => dimensionView(library.rubric.content, dimension, locale)),
    cases: cases.map((content) => ({
      key: content.key,
      code: content.code ?? null,
      title: content.texts[locale].title,
      here: content === shown,
    })),
    shown: shown
      ? {
          words: caseOf(library, shown, language, sampleSeed).words,
          answers: sampleAnchors(shown, language).map(({ body, grades }) => ({ body, grades })),
        }
      : null,
  }
}

export default function Lesson() {
  const { language, definitions, cases, shown } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <PageHead
        title={t('calibration.lesson.title')}
        crumb={<Link to="/team/grading/calibration">{t('calibration.title')}</Link>}
      />
      <p className="column">{t('calibration.lesson.intro')}</p>
      <p className="quiet column drafted-note">{t('calibration.draft')}</p>
      <section className="definitions">
        <h2>{t('calibration.lesson.criteria')}</h2>
        {definitions.map(({ dimension, name, long, anchors }) => (
          <details key={dimension} className={familyOf(dimension)}>
            <summary>
              <b>{name}</b> <span className="label">{long}</span>
            </summary>
            <ol className="levels" reversed>
              {([5, 4, 3, 2, 1] as const).map((level) => (
                <li key={level} value={level}>
                  {anchors[level]}
                </li>
              ))}
            </ol>
          </details>
        ))}
      </section>
      <section className="lesson-cases">
        <h2>{t('calibration.lesson.cases')}</h2>
        <nav aria-label={t('calibration.lesson.cases')}>
          <ul className="case-tabs">
            {cases.map(({ key, code, title: name, here }) => (
              <li key={key}>
                <Link to={`?case=${key}`} aria-current={here ? 'page' : undefined} preventScrollReset>
                  {code && <span className="num label">{code} </span>}
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {shown && (
          <>
            <CaseText words={shown.words} lang={language} />
            {shown.answers.map(({ body, grades }, index) => (
              <article key={JSON.stringify(body).slice(0, 200)} className="calibration-run lesson-answer">
                <div>
                  <h3>{t('calibration.lesson.answer', { n: index + 1 })}</h3>
                  <AnchorText body={body} lang={language} />
                </div>
                <LessonLevels grades={grades} lang={language} />
              </article>
            ))}
          </>
        )}
      </section>
    </>
  )
}
