import { data } from '@remix-run/node'
import type { StaffViewer } from '#app/domain/access.ts'
import { isId } from '#app/domain/id.ts'
import type { Stage } from '#app/domain/pipeline.ts'
import { type ActAnswer, type ActName, type ActRefusal, mostAtOnce } from '#app/domain/pipeline-acts.ts'
import type { Db } from '#db/client.ts'
import { allOwn } from '#db/pipeline.ts'
import { found, refuse } from './guard.ts'
import { statusOfRefusal } from './refusals.ts'

type One = { ok: true; from?: Stage; undo?: boolean } | { refused: ActRefusal } | null

/**
 * Does the same with each of the applications, one after the other. A foreign one among them makes the request not
 * found, before anything is written; what is refused to one does not hold up the others.
 */
export async function onEach(
  context: { db: Db; viewer: StaffViewer; now: Date },
  input: { act: ActName; ids: readonly string[]; to?: Stage },
  one: (id: string) => Promise<One>,
) {
  const { db, viewer, now } = context
  const ids = [...new Set(input.ids)]
  if (ids.length === 0 || ids.length > mostAtOnce) return refuse(422, 'not-in-the-list')
  if (!ids.every((id) => isId(id)) || !(await allOwn(db, viewer, ids))) return refuse(404, 'not-found')
  const answer: ActAnswer = {
    act: input.act,
    key: `${now.getTime()} ${ids[0]}`,
    to: input.to ?? null,
    done: [],
    refused: [],
  }
  for (const id of ids) {
    const result = found(await one(id))
    if ('refused' in result) answer.refused.push({ id, code: result.refused })
    else answer.done.push({ id, from: result.from ?? null, undo: result.undo ?? false })
  }
  const [first] = answer.refused
  return data(answer, { status: first && answer.done.length === 0 ? statusOfRefusal(first.code) : 200 })
}
