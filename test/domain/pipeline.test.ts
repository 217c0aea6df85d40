import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activeStages,
  type Facts,
  facts,
  isActive,
  move,
  movers,
  moves,
  movesFrom,
  returnStage,
  stages,
} from '#app/domain/pipeline.ts'

const everything: Facts = Object.fromEntries(facts.map((fact) => [fact, true]))

describe('an application', () => {
  test('goes from the first stage to hired', () => {
    expect(move('applied', 'assignment', { 'assignment-invited': true })).toEqual({ ok: true })
    expect(move('assignment', 'grading', { 'attempt-closed': true }, 'system')).toEqual({ ok: true })
    expect(move('grading', 'references', { 'grading-complete': true })).toEqual({ ok: true })
    expect(move('references', 'interview', {})).toEqual({ ok: true })
    expect(move('interview', 'decision', {})).toEqual({ ok: true })
    expect(move('decision', 'offer', { 'offer-decided': true, 'opening-left': true })).toEqual({ ok: true })
    expect(move('offer', 'hired', { 'offer-accepted': true, 'opening-left': true }, 'candidate')).toEqual({
      ok: true,
    })
  })

  test('is not moved by a forgotten fact', () => {
    expect(move('decision', 'offer', { 'offer-decided': true })).toEqual({ refused: 'needs-opening-left' })
    expect(move('decision', 'offer', { 'offer-decided': false, 'opening-left': true })).toEqual({
      refused: 'needs-offer-decided',
    })
    expect(move('grading', 'decision', {})).toEqual({ refused: 'needs-grading-complete' })
  })

  test('cannot skip the test assignment', () => {
    expect(move('applied', 'offer', everything)).toEqual({ refused: 'no-such-move' })
    expect(move('applied', 'hired', everything)).toEqual({ refused: 'no-such-move' })
    expect(move('assignment', 'interview', everything)).toEqual({ refused: 'no-such-move' })
  })

  test('is hired by the candidate who accepts, not by staff', () => {
    expect(move('offer', 'hired', everything)).toEqual({ refused: 'not-your-move' })
  })

  test('is withdrawn by the candidate alone, from any active stage', () => {
    for (const stage of activeStages) {
      expect(move(stage, 'withdrawn', {}, 'candidate')).toEqual({ ok: true })
      expect(move(stage, 'withdrawn', everything)).toEqual({ refused: 'not-your-move' })
    }
  })

  test('comes back to the stage that it left, and from an offer to the decision', () => {
    const back = { 'return-open': true, 'left-from-there': true }
    expect(move('withdrawn', returnStage('grading'), back, 'candidate')).toEqual({ ok: true })
    expect(move('withdrawn', returnStage('offer'), back, 'candidate')).toEqual({ ok: true })
    expect(returnStage('offer')).toBe('decision')
    expect(move('withdrawn', 'grading', { 'left-from-there': true }, 'candidate')).toEqual({
      refused: 'needs-return-open',
    })
  })

  test('does not move to where it is', () => {
    expect(move('applied', 'applied', everything)).toEqual({ refused: 'already-there' })
  })
})

describe('nothing rejects automatically', () => {
  test('every way into rejected is a decision by staff', () => {
    const ways = moves.filter(({ to }) => to === 'rejected')
    expect(ways.map(({ from }) => from)).toEqual([...activeStages])
    expect(ways.every(({ by, needs }) => by === 'staff' && needs?.includes('rejection-decided'))).toBe(true)
  })

  test('the system moves only what was handed in to grading, and a rejection back that was taken back at once', () => {
    const own = moves.filter(({ by }) => by === 'system')
    expect(own.filter(({ from }) => from !== 'rejected')).toEqual([
      { from: 'assignment', to: 'grading', by: 'system', needs: ['attempt-closed'] },
    ])
    const back = own.filter(({ from }) => from === 'rejected')
    expect(back.map(({ to }) => to)).toEqual([...activeStages])
    expect(back.every(({ needs }) => needs?.join() === 'return-open,left-from-there')).toBe(true)
  })
})

describe('the table of moves', () => {
  test('names every move of a mover once', () => {
    const keys = moves.map(({ from, to, by }) => `${from}>${to}:${by}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('leads from every active stage to the end and nowhere from hired', () => {
    expect(movesFrom('hired')).toEqual([])
    for (const stage of activeStages) {
      expect(movesFrom(stage, 'staff').some(({ to }) => to === 'rejected')).toBe(true)
    }
  })

  test('is all there is: move agrees with it for every stage, mover and set of facts', () => {
    const known = fc.record(Object.fromEntries(facts.map((fact) => [fact, fc.boolean()])))
    const stage = fc.constantFrom(...stages)
    fc.assert(
      fc.property(stage, stage, fc.constantFrom(...movers), known, (from, to, by, given: Facts) => {
        const row = movesFrom(from, by).find((one) => one.to === to)
        const allowed = row !== undefined && (row.needs ?? []).every((fact) => given[fact])
        expect('ok' in move(from, to, given, by)).toBe(allowed)
      }),
    )
  })

  test('calls active what is not closed', () => {
    expect(stages.filter(isActive)).toEqual([...activeStages])
  })
})
