/** Sends one statement of the load. Its figures are our own constants, written into the text. */
export type Run = (text: string) => Promise<readonly Record<string, string>[]>

/**
 * Fills an empty table that no other refers to, without its indexes; they are built when the rows are there. Emptied in
 * the same transaction, it needs no log either.
 */
export async function fill(run: Run, table: string, insert: string): Promise<void> {
  const indexes = await run(`
    select format('alter table ${table} drop constraint %I', conname) as away,
      format('alter table ${table} add constraint %I %s', conname, pg_get_constraintdef(oid)) as back
    from pg_constraint where conrelid = '${table}'::regclass and contype in ('p', 'u')
    union all
    select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    from pg_index i where indrelid = '${table}'::regclass
    and not exists (select from pg_constraint where conindid = i.indexrelid)`)
  const away = indexes.map((index) => index.away)
  const back = indexes.map((index) => index.back)
  await run(
    ['begin', `truncate ${table}`, ...away, `insert into ${table} ${insert}`, ...back, 'commit'].join(';\n'),
  )
}

export const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
export const json = (value: unknown) => `${quote(JSON.stringify(value))}::jsonb`
export const list = (items: readonly string[]) => `array[${items.map(quote).join()}]`

/** Letters of the codes, as the product draws them. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const base = letters.length

/** A number spelled as a code of so many letters: each once, in no order that shows. */
function spelled(number: string, length: number): string {
  const mixed = `((${number})::bigint * 7919 % ${base ** length})`
  const letter = (_: unknown, at: number) =>
    `substr('${letters}', (${mixed} / ${base ** at} % ${base})::int + 1, 1)`
  return `'C-' || ${Array.from({ length }, letter).join(' || ')}`
}

const short = base ** 3
/** Longer by a letter when the short ones are used up, as it happens to the product's own. */
export const applicationCode = (n: string) =>
  `case when ${n} < ${short} then ${spelled(n, 3)} else ${spelled(`${n} - ${short}`, 4)} end`
export const answerCode = (n: string) => spelled(n, 4)

/** A uuid v7 that was made at that moment. */
export const idAt = (moment: string) => `uuidv7(${moment} - now())`
