import { type FoldedView, unfolded, unfoldedView } from '#app/domain/scenario/folded.ts'

/** A part of an assignment as a browser has it that has unfolded its page. */
export function partOf(body: unknown) {
  const { page, view } = unfolded<{ page: object; view: FoldedView }>((body as { page: string }).page)
  return { ...page, view: unfoldedView(view) }
}
