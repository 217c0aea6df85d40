import { describe, expect, test } from 'vitest'
import type { Stage } from '#app/domain/pipeline.ts'
import { type Asking, lastAsked } from '#app/domain/reference-asking.ts'

const at = (second: number) => new Date(1_800_000_000_000 + second * 1000)
const press = (second: number): Asking => ({ at: at(second), moved: null })
const move = (second: number, from: Stage, to: Stage): Asking => ({ at: at(second), moved: { from, to } })

describe('the candidate was asked to name people', () => {
  test('never, where nobody pressed and nothing moved there', () => {
    expect(lastAsked([])).toBeNull()
    expect(lastAsked([move(1, 'grading', 'interview')])).toBeNull()
  })

  test('by the press or by the move, whichever came last', () => {
    expect(lastAsked([press(9), move(1, 'grading', 'references')])).toEqual(at(9))
    expect(lastAsked([move(9, 'interview', 'references'), press(1)])).toEqual(at(9))
  })

  test('not by a move that was taken back before its mail left', () => {
    const there = move(1, 'interview', 'references')
    expect(lastAsked([move(11, 'references', 'interview'), there])).toBeNull()
    expect(lastAsked([move(12, 'references', 'interview'), there])).toEqual(at(1))
    expect(lastAsked([move(5, 'references', 'decision'), there])).toEqual(at(1))
    expect(lastAsked([move(5, 'references', 'interview'), there, press(0)])).toEqual(at(0))
  })
})
