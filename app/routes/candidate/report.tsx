import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireCandidate } from '#app/server/guard.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Report } from '#app/ui/reports/Report.tsx'
import { ReviewPart } from '#app/ui/reports/ReviewPart.tsx'
import stylesheet from '#app/ui/reports.css?url'
import { title as meta } from '#app/ui/title.ts'
import { ownReport } from '#db/reports.ts'
import { reviewState } from '#db/reviews.ts'

export { meta }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** The candidate's own report as it was released: words, no figure, nobody's name. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const title = t('reports.own.title')
  const own = await ownReport(db, { viewer })
  if (!own) return { title, report: null }
  const { content, releasedAt, zone } = own
  const { dimensions, strengths, steps, scenarios, nameKnown } = content
  return {
    title,
    report: {
      vacancy: titleOf(own, locale),
      zone,
      releasedAt: releasedAt.toISOString(),
      lang: content.locale === locale ? null : content.locale,
      dimensions: dimensions.map(({ dimension, word }) => ({ dimension, word })),
      strengths,
      steps,
      scenarios: scenarios.map((titles) => titles[locale]),
      nameKnown,
      review: await reviewState(db, { viewer, now: now() }),
    },
  }
}

export default function OwnReport() {
  const { report } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (!report)
    return (
      <CandidatePage>
        <div>
          <h1>{t('reports.own.title')}</h1>
          <Empty act={<Link to="/a">{t('reports.own.back')}</Link>}>{t('reports.own.none')}</Empty>
        </div>
      </CandidatePage>
    )
  return (
    <CandidatePage>
      <Report report={report} />
      <ReviewPart state={report.review} />
      <p className="no-print">
        <Link to="/a">{t('reports.own.back')}</Link>
      </p>
    </CandidatePage>
  )
}
