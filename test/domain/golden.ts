import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

/** The worked examples in golden/<name>.yaml, checked against their shape so that a misspelt key fails. */
export function golden<Shape extends z.ZodType>(name: string, shape: Shape): z.output<Shape>[] {
  const file = new URL(`./golden/${name}.yaml`, import.meta.url)
  const cases = z
    .array(shape)
    .nonempty()
    .parse(parse(readFileSync(file, 'utf8')))
  return cases
}

/** Equal to the digits in which the example is written: 2.892 allows half of the last one. */
export function expectDigits(actual: number | undefined, written: number): void {
  const digits = String(written).split('.')[1]?.length ?? 0
  expect(actual).toBeCloseTo(written, digits === 0 ? 9 : digits)
}
