import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { answerForGrader, declareKnownPerson } from '#db/grading.ts'

export const meta = title

/** "I know who wrote this": what will happen, before it does. Code only. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer } = await requireStaff(args, 'grade')
  const id = idParam(args, 'id')
  const answer = found(await answerForGrader(db, { viewer, assignmentId: id, now: now() }))
  if (answer.state !== 'open') return refuse(409, 'already-locked')
  return { title: t('grading.known.title', { code: answer.code }), id }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, viewer } = await requireStaff(args, 'grade')
  await within(args.context, 'write', viewer.userId)
  const done = found(await declareKnownPerson(db, { viewer, assignmentId: idParam(args, 'id'), now: now() }))
  if ('refused' in done) return data({ refused: done.refused }, { status: 409 })
  return redirect('/team/grading?known=1', { status: 303 })
}

export default function Known() {
  const { title: heading, id } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { t } = useI18n()
  return (
    <>
      <PageHead title={heading} crumb={<Link to="/team/grading">{t('grading.title')}</Link>} />
      {refused && (
        <p className="error" role="alert">
          {t(`grading.refusals.${refused}`)}
        </p>
      )}
      <Form method="post" className="stack column">
        <p>{t('grading.known.text')}</p>
        <p className="quiet">{t('grading.known.locked')}</p>
        <div className="row">
          <Button kind="primary">{t('grading.known.do')}</Button>
          <LinkButton kind="plain" to={`/team/grading/${id}`}>
            {t('grading.known.back')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
