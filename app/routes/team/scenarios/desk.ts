import type { ActionFunctionArgs } from '@remix-run/node'
import { isLocale } from '#app/domain/locale.ts'
import { triedActs, tryInbox } from '#app/domain/scenario/inbox/tried.ts'
import { readJson } from '#app/server/form.ts'
import { found, refuse, requireStaff, within, wordParam } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { triedResponse } from '#app/server/tried-response.ts'

export { actOnly as loader } from '#app/server/guard.ts'

/** An inbox as a candidate would meet it, tried by staff: nothing of it is kept. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'see-scenarios')
  await within(args.context, 'save', context.viewer.userId)
  const { content } = found((await shelfFor(context)).scenario(wordParam(args, 'key')))
  const asked = new URL(args.request.url).searchParams
  const lang = asked.get('lang')
  const read = triedActs.safeParse(await readJson(args.request))
  if (!read.success || content.kind !== 'inbox') return refuse(400, 'bad-shape')
  const locale = isLocale(lang) ? lang : context.locale
  return triedResponse(tryInbox(content, locale, asked.get('draw')?.slice(0, 40) || 'a', read.data))
}
