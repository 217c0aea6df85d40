import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { decisionForm } from '#app/domain/decision.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import { translator } from '#app/i18n/i18n.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { decisionData } from '#app/server/decision-data.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { BandKey } from '#app/ui/Band.tsx'
import { LinkButton } from '#app/ui/Button.tsx'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import { Decided } from '#app/ui/decisions/Decided.tsx'
import { DecisionForm } from '#app/ui/decisions/DecisionForm.tsx'
import { ReadApart } from '#app/ui/decisions/ReadApart.tsx'
import { SeenBands } from '#app/ui/decisions/SeenBands.tsx'
import { UndoToast } from '#app/ui/decisions/UndoToast.tsx'
import stylesheet from '#app/ui/decisions.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { Toasts } from '#app/ui/Toast.tsx'
import { title } from '#app/ui/title.ts'
import { decide, decisionPage } from '#db/decisions.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** Evidence first, the form last: a person decides, and what they had before them is kept. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'decide')
  const id = idParam(args, 'id')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  const page = found(await decisionPage(db, { viewer, applicationId: id, locale, now: now() }))
  return { title: t('decisions.page.title', { name: head.name }), head, ...decisionData(page, now()) }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'decide')
  await within(args.context, 'write', viewer.userId)
  const applicationId = idParam(args, 'id')
  const { fields } = await readForm(args.request)
  const again = (issues: Record<string, string>, refused?: string, status = 422) =>
    data({ typed: fields, issues, refused }, { status })
  const parsed = decisionForm.safeParse(fields)
  if (!parsed.success) return again(fieldIssues(parsed.error))
  const page = found(await decisionPage(db, { viewer, applicationId, now: now() }))
  const { wentWell, toWorkOn } = parsed.data
  const told = wentWell.trim() !== '' || toWorkOn.trim() !== ''
  const done = found(
    await decide(db, {
      viewer,
      applicationId,
      form: parsed.data,
      seenKey: fields.seen ?? '',
      feedback: told ? translator(page.candidateLocale)('decisions.feedback', { wentWell, toWorkOn }) : '',
      now: now(),
    }),
  )
  if ('refused' in done) {
    if (done.refused === 'role-too-low') return refuse(403, done.refused)
    if (done.refused === 'words-missing') return again({ ...done.gaps })
    return again({}, done.refused, 409)
  }
  const next = parsed.data.kind === 'offer' ? 'offer' : 'decide'
  return redirect(`/team/applications/${applicationId}/${next}`, { status: 303 })
}

export default function Decide() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { head, profile, apart, others, kinds, offer } = page
  const address = `/team/applications/${head.id}`
  return (
    <>
      <ApplicationHead
        head={head}
        who={profile.nameKnown && <Lamp>{t('decisions.page.nameKnown')}</Lamp>}
        acts={
          offer === 'to-be-made' ? (
            <LinkButton kind="primary" to={`${address}/offer`}>
              {t('decisions.page.toOffer')}
            </LinkButton>
          ) : (
            (offer === 'open' || offer === 'over') && (
              <LinkButton to={`${address}/offer`}>{t('decisions.page.offerOpen')}</LinkButton>
            )
          )
        }
      />
      <div className="evidence-page">
        <section className="stack" aria-label={t('decisions.page.evidence')}>
          {profile.state === 'before' && <p className="quiet">{t('decisions.page.before')}</p>}
          {profile.state === 'asking' && <p>{t('decisions.page.asking', profile.progress)}</p>}
          {profile.dimensions.length > 0 && (
            <>
              <SeenBands id={head.id} dimensions={profile.dimensions} />
              <BandKey lines={profile.lines} />
              <p className="label">
                {profile.untested > 0 && t('decisions.page.untested', { count: profile.untested })}{' '}
                <Link to={`${address}/profile`}>{t('decisions.page.profileAll')}</Link>
              </p>
            </>
          )}
        </section>
        {!head.hidden && <ReadApart apart={{ id: head.id, ...apart }} />}
        <Decided decisions={page.decisions} zone={page.zone} />
        {page.tested && page.decisions.length > 0 && (
          <p>
            <Link to={`${address}/report`}>{t('reports.release.link')}</Link>
          </p>
        )}
        <section className="first decide-form">
          <h2>{t('decisions.page.decide')}</h2>
          {others.length > 0 && (
            <p>
              {t('decisions.page.others', {
                count: others.length,
                list: formats.list(others.map(({ name }) => name)),
              })}
            </p>
          )}
          {kinds.length === 0 ? (
            <p>{t('decisions.page.closed', { stage: t(`ui.stage.${head.stage}`) })}</p>
          ) : (
            <>
              <p className="quiet">{t('decisions.page.human')}</p>
              <DecisionForm
                key={page.seenKey}
                id={head.id}
                kinds={kinds}
                seenKey={page.seenKey}
                below={profile.below}
                tested={page.tested}
                standsDecided={offer === 'to-be-made'}
                candidateLocale={page.candidateLocale}
                typed={again?.typed}
                issues={again?.issues}
                refused={again?.refused}
              />
            </>
          )}
        </section>
      </div>
      <Toasts>
        {page.undo && (
          <UndoToast
            key={page.undo.decisionId}
            name={head.name}
            to={`${address}/decide/undo`}
            seconds={page.undo.seconds}
          />
        )}
      </Toasts>
    </>
  )
}
