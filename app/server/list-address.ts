import { acceptable } from '#app/domain/characters.ts'
import { readFilter, readOrder } from '#app/domain/pipeline-address.ts'
import { type Filter, type Order, type Sort, searchLimit } from '#app/domain/pipeline-list.ts'
import { refuse } from './guard.ts'

/** What a list's address asks for. A search that is too long or cannot be text is refused; other words mean nothing. */
export function listOf(
  request: Request,
  { usual, sorts }: { usual: Sort; sorts: readonly Sort[] },
): { filter: Filter; order: Order; after: string | null; search: URLSearchParams } {
  const search = new URL(request.url).searchParams
  const filter = readFilter(search)
  const { text = '' } = filter
  if (text.length > searchLimit) refuse(422, 'search-too-long')
  if (!acceptable(text)) refuse(422, 'unreadable-text:q')
  return { filter, order: readOrder(search, usual, sorts), after: search.get('after'), search }
}
