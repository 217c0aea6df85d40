import { type SQL, sql } from 'drizzle-orm'
import { type Order, type Sort, writeCursor } from '#app/domain/pipeline-list.ts'
import { moment } from './judged.ts'

/** The columns that order the list, the id last, over the judged rows (j). */
const columns: Record<Sort, SQL[]> = {
  turn: [sql`j.turn`, sql`j.last_word_at`, sql`j.id`],
  name: [sql`j.shown`, sql`j.id`],
  stage: [sql`j.stage`, sql`j.id`],
  since: [sql`j.stage_since`, sql`j.id`],
  word: [sql`j.last_word_at`, sql`j.id`],
  newest: [sql`j.id`],
}

export interface Place {
  id: string
  turn: number
  stage: string
  stageSince: Date
  lastWordAt: Date
}

/** Where the next page begins: the last row's place. Of names only whose it is, never the name. */
export function cursorAt(by: Sort, { id, turn, stage, stageSince, lastWordAt }: Place): string {
  switch (by) {
    case 'turn':
      return writeCursor([String(turn), lastWordAt.toISOString(), id])
    case 'stage':
      return writeCursor([stage, id])
    case 'since':
      return writeCursor([stageSince.toISOString(), id])
    case 'word':
      return writeCursor([lastWordAt.toISOString(), id])
    case 'name':
    case 'newest':
      return writeCursor([id])
  }
}

/** The values of a place that `readCursor` let through. `shownOf` looks up how a person appears. */
function there(by: Sort, values: readonly string[], shownOf: (id: SQL) => SQL): SQL[] {
  const [first = ''] = values
  const id = sql`${values.at(-1) ?? ''}::uuid`
  switch (by) {
    case 'turn':
      return [sql`${Number(first)}::int`, moment(new Date(values[1] ?? '')), id]
    case 'name':
      return [shownOf(id), id]
    case 'stage':
      return [sql`${first}::stage`, id]
    case 'since':
    case 'word':
      return [moment(new Date(first)), id]
    case 'newest':
      return [id]
  }
}

const row = (parts: SQL[]) => sql`(${sql.join(parts, sql`, `)})`

/** What lies behind a place in the order. */
export function behind({ by, down }: Order, values: readonly string[], shownOf: (id: SQL) => SQL): SQL {
  const [here, place] = [row(columns[by]), row(there(by, values, shownOf))]
  return down ? sql`${here} < ${place}` : sql`${here} > ${place}`
}

export const inOrder = ({ by, down }: Order): SQL =>
  sql.join(
    columns[by].map((column) => (down ? sql`${column} desc` : column)),
    sql`, `,
  )
