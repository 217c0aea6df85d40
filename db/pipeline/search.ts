import { sql } from 'drizzle-orm'

/** The index on persons.name holds this very expression. */
const folded = sql`translate(lower(p.name), 'ёëç', 'еec')`
const fold = (text: string) =>
  text.toLowerCase().replaceAll('ё', 'е').replaceAll('ë', 'e').replaceAll('ç', 'c')
/** What was typed, as itself: no character of it is a wildcard. */
const literal = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** One or two letters are looked for where a word begins: only then do trigrams help. */
function patterns(text: string): string[] {
  const sought = literal(fold(text))
  return [...text].length < 3 ? [`${sought}%`, `% ${sought}%`] : [`%${sought}%`]
}

/** The name holds the text. */
const named = (text: string) =>
  sql`(${sql.join(
    patterns(text).map((pattern) => sql`${folded} like ${pattern}`),
    sql` or `,
  )})`

/** Whoever appears under a code is found by the code alone. `hidden` as in judged.ts; `wide` looks in all vacancies. */
export function found(text: string, hidden: ReturnType<typeof sql>, wide: boolean) {
  const code = text.toUpperCase().replace(/^(?!C-)/, 'C-')
  // Over many vacancies the names come first, from their index; within one the few rows are at hand.
  const name = wide
    ? sql`a.person_id = any(array(select p.id from persons p where ${named(text)}))`
    : named(text)
  return sql`((${name} and not ${hidden}) or a.code = ${code})`
}
