import type postgres from 'postgres'

type Types = Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>

/** Element type → array type, by the server's fixed numbers. */
const ARRAYS = {
  bool: [16, 1000],
  int8: [20, 1016],
  int4: [23, 1007],
  text: [25, 1009],
  float8: [701, 1022],
  varchar: [1043, 1015],
  timestamptz: [1184, 1185],
  numeric: [1700, 1231],
  uuid: [2950, 2951],
} as const

/**
 * Lists as parameters and in rows. postgres.js would learn the types by a query of its own when it connects; if the
 * connection breaks in that moment nobody can catch the error, and the process ends.
 */
export function addArrays({ parsers, serializers }: Types) {
  for (const [element, array] of Object.values(ARRAYS)) {
    parsers[array] = (text: string) =>
      read(text).map((item) => (item === null ? null : (parsers[element]?.(item) ?? item)))
    serializers[array] = (list: unknown) => (Array.isArray(list) ? write(list) : list)
  }
}

/** `{a,"b, c",NULL}`; one dimension. */
function read(text: string): (string | null)[] {
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)
  return [...items].map(([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1')
    return plain === 'NULL' || plain === undefined ? null : plain
  })
}

const write = (list: unknown[]) =>
  `{${list.map((item) => (item === null ? 'NULL' : `"${spell(item).replace(/["\\]/g, '\\$&')}"`)).join()}}`

const spell = (item: unknown) => (item instanceof Date ? item.toISOString() : String(item))
