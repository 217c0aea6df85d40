import { describe, expect, test } from 'vitest'
import { isYours, nextSteps } from '#app/domain/next-step.ts'
import { activeStages, movesFrom, stages } from '#app/domain/pipeline.ts'
import { canUndo, wayForward, waysFrom } from '#app/domain/pipeline-ways.ts'
import { daysSince, isOverdue } from '#app/domain/silence.ts'

describe('the ways out of a stage', () => {
  test('are the moves of staff, all of them and in the table’s order', () => {
    for (const stage of stages)
      expect(waysFrom(stage, {}).map(({ to }) => to)).toEqual(movesFrom(stage, 'staff').map(({ to }) => to))
  })

  test('to the assignment lead through an invitation, to a rejection or an offer through a decision', () => {
    const ways = Object.fromEntries(waysFrom('decision', {}).map(({ to, way }) => [to, way]))
    expect(ways).toEqual({ references: 'move', interview: 'move', offer: 'decide', rejected: 'decide' })
    expect(waysFrom('applied', {}).find(({ to }) => to === 'assignment')?.way).toBe('invite')
    expect(waysFrom('offer', {}).find(({ to }) => to === 'decision')?.way).toBe('offer')
  })

  test('to an offer lead to its page once it was decided on', () => {
    const way = (decided: boolean) =>
      waysFrom('decision', { 'offer-decided': decided }).find(({ to }) => to === 'offer')?.way
    expect([way(false), way(true)]).toEqual(['decide', 'offer'])
  })

  test('say what is missing for a plain move', () => {
    const interview = (graded: boolean) =>
      waysFrom('grading', { 'grading-complete': graded }).find(({ to }) => to === 'interview')
    expect(interview(false)?.refused).toBe('needs-grading-complete')
    expect(interview(true)?.refused).toBeUndefined()
  })

  test('begin with the decision where it is due, and with the offer once it was decided on', () => {
    expect(wayForward(waysFrom('decision', {}))).toMatchObject({ to: 'offer', way: 'decide' })
    expect(wayForward(waysFrom('decision', { 'offer-decided': true }))).toMatchObject({ way: 'offer' })
    expect(wayForward(waysFrom('interview', {}))?.to).toBe('references')
    expect(wayForward(waysFrom('screening', {}))?.to).toBe('assignment')
  })

  test('never begin with a rejection, or with what is not possible yet', () => {
    expect(wayForward(waysFrom('grading', {}))).toBeUndefined()
    expect(wayForward(waysFrom('offer', {}))).toBeUndefined()
    for (const stage of stages) expect(wayForward(waysFrom(stage, {}))?.to).not.toBe('rejected')
  })

  test('can be taken back where the table knows the way back without a condition', () => {
    expect(canUndo('references', 'interview')).toBe(true)
    expect(canUndo('applied', 'screening')).toBe(true)
    expect(canUndo('grading', 'interview')).toBe(false)
    expect(activeStages.filter((from) => canUndo(from, 'rejected'))).toEqual([])
  })
})

test('an interview on its day is nobody’s turn before it', () => {
  expect(nextSteps['interview-ahead']).toBe('staff')
  expect(isYours('interview-ahead')).toBe(false)
  expect(isYours('interview-held')).toBe(true)
})

describe('silence is counted in the team’s days', () => {
  const monday = new Date('2026-11-02T22:30:00Z')
  test('yesterday evening is one day ago', () => {
    // 23:30 in Tirana, and a quarter past midnight.
    expect(daysSince(monday, 'Europe/Tirane', new Date('2026-11-02T23:15:00Z'))).toBe(1)
    expect(daysSince(monday, 'UTC', new Date('2026-11-02T23:15:00Z'))).toBe(0)
  })

  test('the seventh day is still in time, all of it', () => {
    expect(isOverdue(monday, 'Europe/Tirane', new Date('2026-11-09T22:59:00Z'))).toBe(false)
    expect(isOverdue(monday, 'Europe/Tirane', new Date('2026-11-09T23:00:00Z'))).toBe(true)
  })
})
