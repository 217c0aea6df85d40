import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { bodyLimits } from '#app/domain/scenario/body.ts'
import { act } from '#app/domain/scenario/inbox.ts'
import { readJson } from '#app/server/form.ts'
import { found, onlyMethod, refuse, requireCandidate, within, wordParam } from '#app/server/guard.ts'
import { playWarmUp } from '#db/warm-ups.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireCandidate(args)
  onlyMethod(args, 'POST')
  return null
}

/** Longer than any warm-up lasts. */
const longest = 4 * 60 * 60_000
const time = z.number().int().min(0).max(longest)
const played = z
  .strictObject({
    acts: z.array(z.strictObject({ at: time, act })).max(bodyLimits.acts),
    until: time,
  })
  .refine(({ acts }) => acts.every(({ at }, index) => at >= (acts[index - 1]?.at ?? 0)), 'back in time')

/** An inbox to try: the page says all that was done so far and gets the desk. Nothing of it is kept. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer } = await requireCandidate(args)
  await within(args.context, 'save', viewer.applicationId)
  const read = played.safeParse(await readJson(args.request))
  if (!read.success) return refuse(400, 'bad-shape')
  const done = found(await playWarmUp(db, { viewer, key: wordParam(args, 'scenario'), ...read.data }))
  if ('ok' in done) return Response.json({ acts: done.acts, desk: done.desk })
  return Response.json({ code: done.refused, acts: done.acts, desk: done.desk }, { status: 409 })
}
