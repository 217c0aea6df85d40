import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { applicationHead } from '#app/server/application-head.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { ApplicationHead } from '#app/ui/decisions/ApplicationHead.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Received } from '#app/ui/references/Received.tsx'
import { type ReferencePanel, Requests } from '#app/ui/references/Requests.tsx'
import { Scores } from '#app/ui/references/Scores.tsx'
import stylesheet from '#app/ui/references.css?url'
import { title } from '#app/ui/title.ts'
import { referencesOf } from '#db/references.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

const asking = ['references', 'interview', 'decision']

/** What came of the references: who was asked, what they said, whether it is enough. Never a verdict. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'manage-references')
  const id = idParam(args, 'id')
  const head = await applicationHead(db, { viewer, id, locale, now: now() })
  // Nobody has been asked while the person is graded blind: the code has no references.
  if (head.hidden) throw redirect(`/team/applications/${id}`)
  const read = found(await referencesOf(db, { viewer, applicationId: id, now: now() }))
  const panel: ReferencePanel = {
    id,
    zone: head.zone,
    mayAsk: asking.includes(head.stage),
    askedAt: read.askedAt?.toISOString() ?? null,
    behaviours: read.behaviours,
    references: read.references.map((one) => ({
      id: one.id,
      name: one.name,
      email: one.email,
      relation: one.relation,
      company: one.company,
      currentEmployer: one.currentEmployer,
      status: one.status,
      since: one.since.toISOString(),
      form: one.form,
      flags: one.flags,
      verified: one.verified && { at: one.verified.at.toISOString(), by: one.verified.by },
    })),
    panel: read.panel.map(({ dimension, score }) => ({
      dimension,
      score:
        score.value === undefined ? null : { value: score.value, nEff: score.nEff, count: score.referees },
    })),
    sufficiency: read.sufficiency,
  }
  return { title: t('references.panel.title', { name: head.name }), head, panel }
}

export default function ReferencesPanel() {
  const { head, panel } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  const { references, askedAt } = panel
  const received = references.filter(({ form }) => form !== null)
  const ask = panel.mayAsk && (
    <Form method="post" action={`/team/applications/${panel.id}/references/ask`}>
      <Button kind={askedAt ? undefined : 'primary'}>
        {t(askedAt ? 'references.panel.askAgain' : 'references.panel.ask')}
      </Button>
    </Form>
  )
  return (
    <>
      <ApplicationHead head={head} />
      <div className="panel stack wide">
        {references.length === 0 ? (
          <Empty act={ask}>
            {t(panel.mayAsk || askedAt ? 'references.panel.none' : 'references.panel.notYet')}{' '}
            {askedAt && t('references.panel.askedOn', { day: formats.day(askedAt, panel.zone) })}
          </Empty>
        ) : (
          <>
            <Requests panel={panel} ask={ask} />
            {received.length > 0 && <Scores panel={panel} />}
            {received.map((reference) => (
              <Received key={reference.id} reference={reference} panel={panel} />
            ))}
          </>
        )}
      </div>
    </>
  )
}
