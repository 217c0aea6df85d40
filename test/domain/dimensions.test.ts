import { expect, test } from 'vitest'
import {
  dimensions,
  dimensionsOf,
  familyOf,
  isDimension,
  isIncidentKind,
  isLevel,
  levels,
  quoteNeeded,
} from '#app/domain/dimensions.ts'
import { isLocale } from '#app/domain/locale.ts'

test('eleven dimensions fall into two families without overlap', () => {
  expect(dimensions).toHaveLength(11)
  expect([...dimensionsOf('attitude'), ...dimensionsOf('knowledge')]).toEqual([...dimensions])
  expect(dimensions.map(familyOf).filter((family) => family === 'knowledge')).toHaveLength(5)
})

test('a quote is needed for 1, 2 and 5', () => {
  expect(levels.filter(quoteNeeded)).toEqual([1, 2, 5])
})

test('what comes from outside is recognised or not', () => {
  expect(isDimension('K5')).toBe(true)
  expect(isDimension('K6')).toBe(false)
  expect(isLevel(5)).toBe(true)
  expect(isLevel('5')).toBe(false)
  expect(isLevel(0)).toBe(false)
  expect(isIncidentKind('abuse')).toBe(true)
  expect(isLocale('sq')).toBe(true)
  expect(isLocale('de')).toBe(false)
  expect(isLocale(undefined)).toBe(false)
})
