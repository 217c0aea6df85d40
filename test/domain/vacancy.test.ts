import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acceptsApplications,
  changeStatus,
  type MissingCode,
  missing,
  missingCodes,
  type VacancyInput,
  vacancyForm,
} from '#app/domain/vacancy.ts'
import { eveningShift } from './vacancies.ts'

const vacancy = vacancyForm.parse(eveningShift)
const today = '2026-11-24'

function issuesOf(change: Partial<VacancyInput>): [path: string, code: string][] {
  const result = vacancyForm.safeParse({ ...eveningShift, ...change })
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('the form of a vacancy', () => {
  test('reads what a plain form sends', () => {
    expect(vacancy.weeklyHours).toBe(40)
    expect(vacancy.remote).toBe(true)
    expect(vacancy.payMin).toBe(780)
    expect(vacancy.schedule.days).toEqual([1, 2, 5, 6, 7])
    expect(vacancy.texts.sq?.duties).toEqual([
      'Përgjigjeni për hostimin dhe pagesat',
      'Kur nuk e dini, thoni se do të pyesni',
    ])
  })

  test('drops a language without a word and a dimension without weight', () => {
    expect(Object.keys(vacancy.texts)).toEqual(['sq'])
    expect(vacancy.weights).toEqual({ A1: 2, A3: 1.5 })
  })

  test('reads its own output again without a change', () => {
    expect(vacancyForm.parse(vacancy)).toEqual(vacancy)
  })

  test('ignores fields that are none of its own', () => {
    const sneaky: unknown = { ...eveningShift, status: 'published', teamId: 'other', id: 'x' }
    expect(vacancyForm.parse(sneaky)).toEqual(vacancy)
  })

  test('keeps a draft with gaps', () => {
    expect(
      issuesOf({
        texts: {},
        channels: undefined,
        languages: undefined,
        countries: undefined,
        payMin: '',
        payMax: null,
        openings: undefined,
        closesOn: '',
        answerBy: null,
        assignmentKey: '',
        weights: {},
        remote: undefined,
      }),
    ).toEqual([])
  })

  test.each<[Partial<VacancyInput>, string, string]>([
    [{ payMin: '950' }, 'payMax', 'pay-order'],
    [{ payMin: 'a lot' }, 'payMin', 'number'],
    [{ payMin: '7.5' }, 'payMin', 'whole-number'],
    [{ payMin: '-1' }, 'payMin', 'too-small'],
    [{ weeklyHours: '49' }, 'weeklyHours', 'too-large'],
    [{ weeklyHours: '' }, 'weeklyHours', 'required'],
    [{ closesOn: '2026-02-30' }, 'closesOn', 'date'],
    [{ answerBy: '2026-12-05' }, 'answerBy', 'answer-before-closing'],
    [{ countries: 'Albania' }, 'countries.0', 'unknown'],
    [{ channels: ['fax'] }, 'channels.0', 'unknown'],
    [{ contract: 'slavery' }, 'contract', 'unknown'],
    [{ currency: '' }, 'currency', 'required'],
    [{ jobLocale: 'de' }, 'jobLocale', 'unknown'],
    [{ assignmentKey: '../etc/passwd' }, 'assignmentKey', 'unknown'],
    [{ openings: [{ startsOn: 'soon' }] }, 'openings.0.startsOn', 'date'],
    [{ weights: { A1: '11' } }, 'weights.A1', 'too-large'],
    [{ schedule: { days: ['8'], from: '10:00', to: '18:00', zone: 'UTC' } }, 'schedule.days.0', 'too-large'],
    [{ schedule: { days: [], from: '24:00', to: '18:00', zone: 'UTC' } }, 'schedule.from', 'time'],
    [{ schedule: { days: [], from: '10:00', to: '10:00', zone: 'UTC' } }, 'schedule.to', 'same-time'],
    [{ schedule: { days: [], from: '10:00', to: '18:00', zone: 'Lumo' } }, 'schedule.zone', 'zone'],
    [{ texts: { sq: { title: 'a\nb', summary: '', duties: '' } } }, 'texts.sq.title', 'line-break'],
    [{ texts: { sq: { title: 'a', summary: 'b\0', duties: '' } } }, 'texts.sq.summary', 'unreadable'],
    [{ texts: { sq: { title: 'a', summary: '', duties: ['x\ud800'] } } }, 'texts.sq.duties.0', 'unreadable'],
  ])('%j is refused at %s: %s', (change, path, code) => {
    expect(issuesOf(change)).toEqual([[path, code]])
  })

  test('names the language that is listed twice', () => {
    const languages = [
      { language: 'sq', level: 'C1' },
      { language: 'sq', level: 'B2' },
    ]
    expect(issuesOf({ languages })).toEqual([['languages.1.language', 'language-twice']])
  })

  test('answers with an issue, never with an exception, whatever is sent', () => {
    const anything = fc.record(
      Object.fromEntries(Object.keys(eveningShift).map((key) => [key, fc.anything()])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (sent) => {
        expect(typeof vacancyForm.safeParse(sent).success).toBe('boolean')
      }),
    )
  })
})

describe('before it is published', () => {
  test('a complete vacancy lacks nothing', () => {
    expect(missing(vacancy, today)).toEqual([])
  })

  test.each<[MissingCode, Partial<VacancyInput>]>([
    ['title', { texts: { sq: { title: ' ', summary: 'b', duties: 'c' } } }],
    ['summary', { texts: { sq: { title: 'a', summary: '', duties: 'c' } } }],
    ['duties', { texts: { sq: { title: 'a', summary: 'b', duties: '' } } }],
    [
      'translation',
      { texts: { ...eveningShift.texts, en: { title: 'Evening shift', summary: '', duties: '' } } },
    ],
    ['channels', { channels: [] }],
    ['languages', { languages: [] }],
    ['job-language', { languages: [{ language: 'en', level: 'C1' }] }],
    ['days', { schedule: { days: [], from: '10:00', to: '18:00', zone: 'Europe/Tirane' } }],
    ['countries', { countries: [] }],
    ['place', { remote: false }],
    ['pay', { payMin: '', payMax: '' }],
    ['openings', { openings: [] }],
    ['closing-day', { closesOn: '' }],
    ['closing-day-past', { closesOn: '2026-11-23' }],
    ['starts-before-closing', { openings: [{ startsOn: '2026-12-06' }] }],
    ['answer-day', { answerBy: '' }],
    ['assignment', { assignmentKey: '' }],
    ['weights', { weights: { A1: '0' } }],
  ])('%s is asked for', (code, change) => {
    expect(missing(vacancyForm.parse({ ...eveningShift, ...change }), today)).toEqual([code])
  })

  test('an empty draft lacks everything that can be lacking, in the order of the form', () => {
    const empty = vacancyForm.parse({
      ...eveningShift,
      texts: {},
      channels: [],
      languages: [],
      schedule: { days: [], from: '10:00', to: '18:00', zone: 'UTC' },
      remote: false,
      countries: [],
      payMin: '',
      payMax: '',
      openings: [],
      closesOn: '',
      answerBy: '',
      assignmentKey: '',
      weights: {},
    })
    const never: MissingCode[] = ['translation', 'job-language', 'closing-day-past', 'starts-before-closing']
    expect(missing(empty, today)).toEqual(missingCodes.filter((code) => !never.includes(code)))
  })

  test('the closing day itself is not past', () => {
    expect(missing(vacancy, '2026-12-06')).toEqual([])
  })
})

describe('a vacancy', () => {
  test('is published when nothing is missing, closed once, and never opened again', () => {
    expect(changeStatus('draft', 'published', [])).toEqual({ ok: true })
    expect(changeStatus('draft', 'published', ['pay'])).toEqual({ refused: 'vacancy-incomplete' })
    expect(changeStatus('published', 'closed', ['pay'])).toEqual({ ok: true })
    expect(changeStatus('published', 'draft', [])).toEqual({ ok: true })
    expect(changeStatus('published', 'draft', [], 1)).toEqual({ refused: 'vacancy-has-applications' })
    expect(changeStatus('closed', 'published', [])).toEqual({ refused: 'no-such-move' })
    expect(changeStatus('draft', 'closed', [])).toEqual({ refused: 'no-such-move' })
    expect(changeStatus('closed', 'closed', [])).toEqual({ refused: 'already-there' })
  })

  test('takes applications until its closing day is over where the work is', () => {
    const open = { ...vacancy, status: 'published' as const }
    expect(acceptsApplications(open, new Date('2026-12-06T22:59:59Z'))).toBe(true)
    expect(acceptsApplications(open, new Date('2026-12-06T23:00:00Z'))).toBe(false)
    expect(acceptsApplications({ ...open, status: 'closed' }, new Date('2026-11-24T10:00:00Z'))).toBe(false)
    expect(acceptsApplications({ ...open, status: 'draft' }, new Date('2026-11-24T10:00:00Z'))).toBe(false)
  })
})
