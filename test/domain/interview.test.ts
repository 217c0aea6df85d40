import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarLinks, drawnAnswers, interviewForm, slotOf } from '#app/domain/interview.ts'

const now = new Date('2026-03-01T08:00:00Z')
const slot = (day: string, time: string, zone = 'Europe/Tirane') => slotOf({ day, time, zone }, now)

describe('a slot', () => {
  test('is an instant of its own zone, winter and summer', () => {
    expect(slot('2026-03-28', '10:00')).toEqual({ ok: true, startsAt: new Date('2026-03-28T09:00:00Z') })
    expect(slot('2026-03-29', '10:00')).toEqual({ ok: true, startsAt: new Date('2026-03-29T08:00:00Z') })
    expect(slot('2026-03-29', '10:00', 'Europe/Moscow')).toEqual({
      ok: true,
      startsAt: new Date('2026-03-29T07:00:00Z'),
    })
  })
  test('cannot lie in the hour that the spring night skips', () => {
    expect(slot('2026-03-29', '02:30')).toEqual({ refused: 'time-skipped' })
    expect(slot('2026-03-29', '03:00')).toEqual({ ok: true, startsAt: new Date('2026-03-29T01:00:00Z') })
  })
  test('in the hour that the autumn night repeats is the first of the two', () => {
    expect(slot('2026-10-25', '02:30')).toEqual({ ok: true, startsAt: new Date('2026-10-25T00:30:00Z') })
  })
  test('lies ahead', () => {
    expect(slot('2026-03-01', '09:00')).toEqual({ refused: 'interview-past' })
    expect(slot('2026-03-01', '09:01')).toMatchObject({ ok: true })
  })
})

test('the form says what is wrong', () => {
  const filled = {
    day: '2026-03-28',
    time: '10:00',
    zone: 'Europe/Tirane',
    minutes: '40',
    place: 'https://meet.example.com/1',
    interviewerId: '0190a000-0000-7000-8000-000000000101',
  }
  const wrong = (change: object) =>
    interviewForm
      .safeParse({ ...filled, ...change })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(wrong({})).toBeUndefined()
  expect(wrong({ time: '25:00' })).toEqual([['time', 'time']])
  expect(wrong({ zone: 'Europe/Lumo' })).toEqual([['zone', 'zone']])
  expect(wrong({ minutes: '5' })).toEqual([['minutes', 'too-small']])
  expect(wrong({ place: 'a\r\nATTENDEE:b' })).toEqual([['place', 'line-break']])
  expect(wrong({ interviewerId: 'me' })).toEqual([['interviewerId', 'unknown']])
})

describe('the answers to defend', () => {
  const answers = ['s01', 's03', 's17', 's19'].map((id) => ({ id }))
  test('are two of the candidate’s own, the same for every interviewer, in their order', () => {
    fc.assert(
      fc.property(fc.uuid(), (applicationId) => {
        const drawn = drawnAnswers(applicationId, answers)
        expect(drawn).toHaveLength(2)
        expect(drawn).toEqual(answers.filter((answer) => drawn.includes(answer)))
        expect(drawnAnswers(applicationId, [...answers].reverse()).reverse()).toEqual(drawn)
      }),
    )
  })
  test('differ from person to person', () => {
    const pairs = new Set(
      Array.from({ length: 60 }, (_, at) =>
        drawnAnswers(`person ${at}`, answers)
          .map(({ id }) => id)
          .join(),
      ),
    )
    expect(pairs.size).toBe(6)
  })
  test('are all there are when there are fewer', () => {
    expect(drawnAnswers('x', [{ id: 'only' }])).toEqual([{ id: 'only' }])
  })
})

test('links to calendars on the web carry the instant in UTC', () => {
  const { google, outlook } = calendarLinks({
    title: 'Interview & tea',
    startsAt: new Date('2026-03-29T08:00:00Z'),
    minutes: 40,
    place: 'Rruga e Durrësit 1',
    details: 'With Mirela',
  })
  expect(new URL(google).searchParams.get('dates')).toBe('20260329T080000Z/20260329T084000Z')
  expect(new URL(google).searchParams.get('text')).toBe('Interview & tea')
  expect(new URL(outlook).searchParams.get('enddt')).toBe('2026-03-29T08:40:00.000Z')
  expect(new URL(outlook).searchParams.get('location')).toBe('Rruga e Durrësit 1')
})
