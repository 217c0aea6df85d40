import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { attemptRules } from '#app/domain/attempt.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireEntered, within } from '#app/server/guard.ts'
import { extendTime } from '#db/attempt-time.ts'

export { actOnly as loader } from '#app/server/guard.ts'

const timeForm = z.strictObject({ after: z.coerce.number().int().min(0).max(attemptRules.extensionLimit) })

/** Ten per cent more. The page that asked is read again, and its clock with it. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireEntered(args)
  await within(args.context, 'write', viewer.applicationId)
  const form = timeForm.safeParse((await readForm(args.request)).fields)
  if (!form.success) return refuse(400, 'bad-form')
  const done = found(await extendTime(db, { viewer, after: form.data.after, now: now() }))
  if ('refused' in done) return refuse(409, done.refused)
  return args.context.document ? redirect('/a/assignment', 303) : { extensions: done.extensions }
}
