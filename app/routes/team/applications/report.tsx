import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldIssues } from '#app/domain/issues.ts'
import { type Advice, reportForm, reportRules } from '#app/domain/report.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { MessageKey, Translate } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { ReleaseForm } from '#app/ui/reports/ReleaseForm.tsx'
import { WordsTable } from '#app/ui/reports/Report.tsx'
import reportStyle from '#app/ui/reports.css?url'
import { title } from '#app/ui/title.ts'
import { releaseReport, reportDraft } from '#db/reports.ts'

export const meta = title
export const links = () => [stylesheet, reportStyle].map((href) => ({ rel: 'stylesheet', href }))

/** What the rule proposes, in the candidate's language. */
function draftTexts(t: Translate, { strengths, steps }: { strengths: Advice[]; steps: Advice[] }) {
  const strength = ({ dimension, level }: Advice) =>
    level === 'low'
      ? t('advice.relative', { name: t(`domain.dimensions.${dimension}.name`) })
      : t(`advice.${dimension}.strength.${level}`)
  const step = ({ dimension, level }: Advice) => t(`advice.${dimension}.step.${level}`)
  const [strength1 = '', strength2 = ''] = strengths.map(strength)
  const [step1 = '', step2 = ''] = steps.map(step)
  return { strength1, strength2, step1, step2 }
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'decide')
  const id = idParam(args, 'id')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  const draft = found(await reportDraft(db, { viewer, applicationId: id, now: now() }))
  const { released, advice } = draft
  const [strength1 = '', strength2 = ''] = released?.content.strengths ?? []
  const [step1 = '', step2 = ''] = released?.content.steps ?? []
  return {
    title: t('reports.release.title', { name: head.name }),
    head,
    zone: draft.zone,
    candidateLocale: draft.candidateLocale,
    asking: draft.asking,
    few: draft.judged < reportRules.named,
    dimensions: draft.dimensions,
    texts: released
      ? { strength1, strength2, step1, step2 }
      : draftTexts(translator(draft.candidateLocale), advice),
    from: advice,
    refused: draft.refused,
    released: released && { at: released.at.toISOString(), by: released.by },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'decide')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const { fields } = await readForm(args.request)
  const again = (issues: Record<string, string>, refused?: string, status = 422) =>
    data({ typed: fields, issues, refused }, { status })
  const parsed = reportForm.safeParse(fields)
  if (!parsed.success) return again(fieldIssues(parsed.error))
  const done = found(await releaseReport(db, { viewer, applicationId, form: parsed.data, now: now() }))
  if ('refused' in done) {
    if (done.refused === 'role-too-low') return refuse(403, done.refused)
    if (done.refused === 'words-missing') return again({ ...done.gaps })
    return again({}, done.refused, 409)
  }
  return redirect(`/team/applications/${applicationId}/report`, { status: 303 })
}

export default function ReportPage() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { head, released, zone } = page
  const refused = again?.refused ?? page.refused
  return (
    <>
      <ApplicationHead
        head={head}
        who={
          released && (
            <span>
              {t('reports.release.released', {
                name: released.by,
                date: formats.dateTime(released.at, zone),
              })}
            </span>
          )
        }
      />
      <div className="report-page">
        <section className="first stack">
          <h2>{t('reports.release.heading')}</h2>
          <p className="quiet">{t('reports.release.lede')}</p>
          {refused && (
            <p role={again?.refused ? 'alert' : undefined} className="strong">
              {t(`reports.refusals.${refused}` as MessageKey)}
            </p>
          )}
          {page.asking && <p>{t('reports.release.asking')}</p>}
          {page.few && page.refused !== 'report-not-tested' && <p>{t('reports.release.few')}</p>}
          {page.refused !== 'report-not-tested' && (
            <ReleaseForm
              key={released?.at ?? 'draft'}
              id={head.id}
              texts={page.texts}
              from={page.from}
              ready={page.refused === null}
              again={released !== null}
              candidateLocale={page.candidateLocale}
              typed={again?.typed}
              issues={again?.issues}
            />
          )}
        </section>
        {page.dimensions.length > 0 && (
          <section className="first">
            <h2>{t('reports.release.bands')}</h2>
            <WordsTable dimensions={page.dimensions} />
          </section>
        )}
      </div>
    </>
  )
}
