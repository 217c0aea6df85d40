import { describe, expect, test } from 'vitest'
import {
  moveReference,
  type ReferenceMoments,
  referenceActs,
  referenceMoves,
  referenceStatus,
  referenceStatuses,
} from '#app/domain/reference-request.ts'

const now = new Date('2025-11-24T10:00:00Z')
const later = new Date('2025-12-01T10:00:00Z')
const nothing: ReferenceMoments = {
  releasedAt: null,
  sentAt: null,
  openedAt: null,
  declinedAt: null,
  wrongPersonAt: null,
  withdrawnAt: null,
  receivedAt: null,
  expiresAt: null,
}

describe('a request for a reference', () => {
  test('goes from a name to a reference', () => {
    expect(moveReference('named', 'release', 'candidate')).toEqual({ ok: true, to: 'released' })
    expect(moveReference('released', 'send', 'system')).toEqual({ ok: true, to: 'sent' })
    expect(moveReference('sent', 'open', 'referee')).toEqual({ ok: true, to: 'opened' })
    expect(moveReference('opened', 'save', 'referee')).toEqual({ ok: true, to: 'opened' })
    expect(moveReference('opened', 'submit', 'referee')).toEqual({ ok: true, to: 'received' })
  })

  test('is not sent before the candidate releases it', () => {
    expect(moveReference('named', 'send', 'system')).toEqual({ refused: 'reference-named' })
    expect(moveReference('named', 'release', 'staff')).toEqual({ refused: 'not-your-move' })
  })

  test('is declined in one step, opened or not', () => {
    expect(moveReference('sent', 'decline', 'referee')).toEqual({ ok: true, to: 'declined' })
    expect(moveReference('opened', 'report-wrong-person', 'referee')).toEqual({
      ok: true,
      to: 'wrong-person',
    })
  })

  test('that has ended stays as it is, whoever tries what', () => {
    for (const status of ['received', 'declined', 'wrong-person', 'withdrawn', 'expired'] as const) {
      for (const { act, by } of referenceMoves) {
        for (const actor of by)
          expect(moveReference(status, act, actor)).toEqual({ refused: `reference-${status}` })
      }
    }
  })

  test('has one row for every act, and every status can be reached', () => {
    expect(referenceMoves.map(({ act }) => act)).toEqual([...referenceActs])
    const reached = new Set(['named', ...referenceMoves.map(({ to }) => to)])
    expect(referenceStatuses.every((status) => reached.has(status))).toBe(true)
  })
})

test('the status is read from what happened', () => {
  const sent = { ...nothing, releasedAt: now, sentAt: now, expiresAt: later }
  expect(referenceStatus(nothing, now)).toBe('named')
  expect(referenceStatus({ ...nothing, releasedAt: now }, now)).toBe('released')
  expect(referenceStatus(sent, now)).toBe('sent')
  expect(referenceStatus({ ...sent, openedAt: now }, now)).toBe('opened')
  expect(referenceStatus({ ...sent, openedAt: now }, later)).toBe('expired')
  expect(referenceStatus({ ...sent, receivedAt: now }, later)).toBe('received')
  expect(referenceStatus({ ...sent, declinedAt: now }, later)).toBe('declined')
  expect(referenceStatus({ ...sent, wrongPersonAt: now }, now)).toBe('wrong-person')
  expect(referenceStatus({ ...sent, withdrawnAt: now }, now)).toBe('withdrawn')
})
