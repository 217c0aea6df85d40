import { afterEach, beforeEach, expect } from 'vitest'

const said: string[] = []
const original = { error: console.error, warn: console.warn }

beforeEach(() => {
  said.length = 0
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...words: unknown[]) => {
      said.push(`console.${level}: ${words.map(String).join(' ')}`)
      original[level](...words)
    }
  }
})

afterEach(() => {
  Object.assign(console, original)
  expect(said, 'a console error or warning fails the test').toEqual([])
})
