import type { ActionFunctionArgs } from '@remix-run/node'
import { isStage, type Stage } from '#app/domain/pipeline.ts'
import { readForm } from '#app/server/form.ts'
import { refuse, requireStaff, within } from '#app/server/guard.ts'
import { onEach } from '#app/server/pipeline-acts.ts'
import { moveApplication } from '#db/pipeline.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** Moves each application back to where it came from: by the table of moves, like every other move. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'move-application')
  const form = await readForm(args.request)
  await within(args.context, 'write', viewer.userId)
  const back = new Map<string, Stage>()
  for (const pair of form.all('back')) {
    const [id = '', from] = pair.split('~')
    if (!isStage(from)) return refuse(422, 'not-in-the-list')
    back.set(id, from)
  }
  const context = { db, viewer, now: now() }
  return onEach(context, { act: 'undo-moves', ids: [...back.keys()] }, async (id) => {
    const moved = await moveApplication(db, { ...context, id, to: back.get(id) ?? 'applied' })
    return moved && 'ok' in moved ? { ok: true } : moved
  })
}
