import { describe, expect, test } from 'vitest'
import { offerForm, offerIssues, offerState, payWithin } from '#app/domain/offer.ts'

const form = offerForm.parse({
  openingId: '0190a000-0000-7000-8000-0000000000aa',
  pay: '1 000',
  startsOn: '2027-01-11',
  answerBy: '2026-12-14',
})
const range = { payMin: 780, payMax: 940 }
const today = '2026-12-07'

describe('an offer', () => {
  test('outside the published range says why', () => {
    expect(form.pay).toBe(1000)
    expect(offerIssues(form, range, today)).toEqual({ payReason: 'pay-reason' })
    expect(offerIssues({ ...form, payReason: 'Leads a shift from the first month.' }, range, today)).toEqual(
      {},
    )
    expect(offerIssues({ ...form, pay: 940 }, range, today)).toEqual({})
  })
  test('knows a range with one end, and a vacancy without pay', () => {
    expect(payWithin(900, { payMin: 900, payMax: null })).toBe(true)
    expect(payWithin(901, { payMin: 900, payMax: null })).toBe(false)
    expect(payWithin(1, { payMin: null, payMax: null })).toBe(true)
  })
  test('begins in the future and is answered before it begins', () => {
    const inside = { ...form, pay: 800 }
    expect(offerIssues({ ...inside, startsOn: today }, range, today)).toEqual({
      startsOn: 'day-past',
      answerBy: 'answer-after-start',
    })
    expect(offerIssues({ ...inside, answerBy: '2026-12-06' }, range, today)).toEqual({ answerBy: 'day-past' })
  })
})

test('an offer is what last happened to it, and never ends by itself', () => {
  const answerBy = new Date('2026-12-14T22:59:59Z')
  const open = { acceptedAt: null, declinedAt: null, withdrawnAt: null, answerBy }
  const later = new Date('2026-12-15T08:00:00Z')
  expect(offerState(open, answerBy)).toBe('open')
  expect(offerState(open, later)).toBe('over')
  expect(offerState({ ...open, acceptedAt: answerBy }, later)).toBe('accepted')
  expect(offerState({ ...open, declinedAt: answerBy }, later)).toBe('declined')
  expect(offerState({ ...open, withdrawnAt: answerBy }, later)).toBe('withdrawn')
})
