import fc from 'fast-check'
import { expect } from 'vitest'

const level = fc.integer({ min: 1, max: 5 })

/** [rater][unit] with gaps. */
export const gapped = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 8 }))
  .chain(([raters, units]) =>
    fc.array(fc.array(fc.option(level, { freq: 3 }), { minLength: units, maxLength: units }), {
      minLength: raters,
      maxLength: raters,
    }),
  )
/** [target][judge] without gaps. */
export const full = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 4 }))
  .chain(([targets, judges]) =>
    fc.array(fc.array(level, { minLength: judges, maxLength: judges }), {
      minLength: targets,
      maxLength: targets,
    }),
  )
export const pairs = fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 30 })

export function turned<T>(table: readonly (readonly T[])[]): T[][] {
  return (table[0] ?? []).map((_, at) => table.flatMap((row) => row.slice(at, at + 1)))
}
export function crossTable(given: readonly (readonly [number, number])[]): number[][] {
  const levels = [1, 2, 3, 4, 5]
  return levels.map((i) => levels.map((j) => given.filter(([a, b]) => a === i && b === j).length))
}
export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
export function close(actual: number | undefined, expected: number | undefined, digits = 9): void {
  if (expected === undefined) expect(actual).toBeUndefined()
  else expect(actual).toBeCloseTo(expected, digits)
}
