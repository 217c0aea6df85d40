import { z } from 'zod'
import { locales } from './locale.ts'
import { stages } from './pipeline.ts'
import type { Filter, Order, Sort } from './pipeline-list.ts'

const filterSchema = z.object({
  stage: z
    .enum([...stages, 'closed'])
    .optional()
    .catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  late: z.literal('1').optional().catch(undefined),
  text: z.string().trim().optional(),
})

/** The part of the address that narrows a list; whatever is not one of ours is as good as absent. */
export function readFilter(search: URLSearchParams): Filter {
  const own = (name: string) => search.get(name) ?? undefined
  return filterSchema.parse({
    stage: own('stage'),
    locale: own('lang'),
    mine: own('mine'),
    late: own('late'),
    text: own('q')?.trim() || undefined,
  })
}

/** `name`, or `-name` for the other way round. Unknown words give the list's own order. */
export function readOrder(search: URLSearchParams, usual: Sort, offered: readonly Sort[]): Order {
  const [, minus, word] = /^(-?)(\w+)$/.exec(search.get('sort') ?? '') ?? []
  const by = offered.find((sort) => sort === word)
  if (!by) return { by: usual, down: usual === 'newest' }
  return { by, down: by !== 'turn' && minus === '-' }
}

const moment = z.iso.datetime()
const places = {
  turn: z.tuple([z.enum(['0', '1', '2']), moment, z.uuid()]),
  name: z.tuple([z.uuid()]),
  stage: z.tuple([z.enum(stages), z.uuid()]),
  since: z.tuple([moment, z.uuid()]),
  word: z.tuple([moment, z.uuid()]),
  newest: z.tuple([z.uuid()]),
} satisfies Record<Sort, z.ZodType<string[]>>

/** A place in the order, of exactly the shape that `writeCursor` gives it; anything else is none. */
export function readCursor(by: Sort, cursor: string | null): string[] | undefined {
  const read = places[by].safeParse((cursor ?? '').split('~'))
  return read.success ? read.data : undefined
}

/** What a list shows, as its address says it: only what is one of ours, each thing once, always in the same order. */
export function writeList(
  { filter, order, board }: { filter: Filter; order: Order; board?: boolean },
  { usual, sorts }: { usual: Sort; sorts: readonly Sort[] },
): string {
  const own = readOrder(new URLSearchParams(), usual, sorts)
  const { by, down } = order
  const parts = {
    view: board ? 'board' : undefined,
    mine: filter.mine,
    late: filter.late,
    stage: filter.stage,
    lang: filter.locale,
    q: filter.text,
    sort: by === own.by && down === own.down ? undefined : `${down ? '-' : ''}${by}`,
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) search.set(name, value)
  return search.toString()
}
