import { data } from '@remix-run/node'
import type { StaffViewer } from '#app/domain/access.ts'
import { writeList } from '#app/domain/pipeline-address.ts'
import type { Sort } from '#app/domain/pipeline-list.ts'
import type { ListName, ViewAnswer } from '#app/domain/saved-view.ts'
import { viewForm } from '#app/domain/saved-view-form.ts'
import { changeView, removeView, restoreView, type SavedView, saveView } from '#db/saved-views.ts'
import { readForm } from './form.ts'
import { type Args, found, refuse, within } from './guard.ts'
import { listOf } from './list-address.ts'

type List = Parameters<typeof writeList>[0]
interface Own {
  usual: Sort
  sorts: readonly Sort[]
}

/** The views as their list shows them; the one whose address this is stands out. */
export function viewRows(views: readonly SavedView[], now: List, own: Own) {
  const here = writeList(now, own)
  return views.map(({ id, name, query, shared, own: isOwn, by, mayRemove }) => ({
    id,
    name,
    query,
    shared,
    own: isOwn,
    by,
    mayRemove,
    current: query === here,
  }))
}

/** What the forms about saved views send to the list they stand above. What is kept is the list's own address. */
export async function actOnViews(
  args: Args,
  {
    viewer,
    list,
    teamIds,
    ...own
  }: Own & { viewer: StaffViewer; list: ListName; teamIds: readonly string[] },
) {
  const { db, now } = args.context
  await within(args.context, 'write', viewer.userId)
  const read = viewForm.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const form = read.data
  const answer = (body: ViewAnswer, status = 200) => data(body, { status })
  const refused = (refusal: Extract<ViewAnswer, { refused: string }>['refused'], status: number) => {
    const { name = '', shared = false } = 'name' in form ? form : {}
    const view = 'view' in form ? form.view : null
    return answer({ refused: refusal, does: form.does, view, name, shared }, status)
  }
  const acting = { viewer, now: now() }
  if ((form.does === 'save' || form.does === 'change') && form.name === '')
    return refused('name-missing', 422)
  const done = found(await act())
  if ('refused' in done) return refused(done.refused, 409)
  return answer({ did: form.does, id: done.id, name: done.name })

  function act() {
    switch (form.does) {
      case 'save': {
        const { filter, order, search } = listOf(args.request, own)
        const query = writeList({ filter, order, board: search.get('view') === 'board' }, own)
        const teamId = teamIds.find((id) => id === (form.team ?? teamIds[0]))
        if (!teamId) return null
        return saveView(db, { ...acting, teamId, list, name: form.name, query, shared: form.shared })
      }
      case 'change':
        return changeView(db, { ...acting, id: form.view, name: form.name, shared: form.shared })
      case 'remove':
        return removeView(db, { ...acting, id: form.view })
      case 'restore':
        return restoreView(db, { ...acting, id: form.view })
    }
  }
}
