import { describe, expect, test } from 'vitest'
import { applicationForm, hoursOf, inFormOrder, spokenLanguages } from '#app/domain/application.ts'
import { resumeKind } from '#app/domain/resume.ts'
import { suspicion } from '#app/domain/spam.ts'
import { mayReturn, returnDay } from '#app/domain/withdrawal.ts'

describe('an application', () => {
  test('lists its hours day by day, each once, in the order of the week', () => {
    const windows = [
      { days: ['5', '1'], from: '16:00', to: '00:00' },
      { days: ['1', '1', '3'], from: '08:00', to: '12:00' },
    ]
    expect(hoursOf(windows)).toEqual([
      { day: 1, from: '08:00', to: '12:00' },
      { day: 1, from: '16:00', to: '00:00' },
      { day: 3, from: '08:00', to: '12:00' },
      { day: 5, from: '16:00', to: '00:00' },
    ])
  })

  test('keeps the languages that are spoken', () => {
    const rows = [
      { language: 'en', level: 'B2' },
      { language: 'ru', level: 'none' },
      { language: '', level: '' },
    ]
    expect(spokenLanguages(rows)).toEqual([{ language: 'en', level: 'B2' }])
  })

  test('counts a line end once, as the field does', () => {
    const form = {
      name: 'A',
      email: 'a@b.example',
      languages: [{ language: 'en', level: 'B2' }],
      notice: 'v',
      windows: [{ days: ['1'], from: '08:00', to: '12:00' }],
    }
    const lines = (count: number) => `${'x'.repeat(3)}\r\n`.repeat(count)
    expect(applicationForm.safeParse({ ...form, why: lines(1000) }).success).toBe(true)
    expect(applicationForm.safeParse({ ...form, why: lines(1001) }).success).toBe(false)
  })

  test('says what is wrong as one reads the form', () => {
    expect(
      Object.keys(
        inFormOrder({ notice: 'notice', 'windows.0.days': 'days', name: 'name', resume: 'file-type' }),
      ),
    ).toEqual(['name', 'windows.0.days', 'resume', 'notice'])
  })

  test.each([
    ['cv.PDF', 'pdf'],
    ['cv.pdf.exe', undefined],
    ['cv.php.docx', 'docx'],
    ['pdf', undefined],
    ['', undefined],
  ])('takes %s for %s', (name, kind) => {
    expect(resumeKind(name)).toBe(kind)
  })
})

describe('suspicion', () => {
  const now = new Date('2026-11-02T08:00:00Z')
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const honest = { trap: '', openedAt: ago(60_000), now, name: 'Arta Kola' }
  test.each([
    ['nothing', {}, undefined],
    ['a form open for a week', { openedAt: ago(7 * 86_400_000) }, undefined],
    ['199 milliseconds', { openedAt: ago(199) }, 'haste'],
    ['200 milliseconds', { openedAt: ago(200) }, undefined],
    ['no signed moment', { openedAt: undefined }, 'unopened'],
    ['the trap', { trap: ' ' }, 'trap'],
    ['an address in the name', { name: 'www.spam.example' }, 'address'],
    ['a name with a dot', { name: 'A. Kola' }, undefined],
  ])('is raised by %s: %s', (_, change, raised) => {
    expect(suspicion({ ...honest, ...change })).toBe(raised)
  })
})

test('the way back is counted in days of the team’s zone', () => {
  const lateMonday = new Date('2026-11-02T23:30:00Z')
  expect(returnDay(lateMonday, 'Europe/Tirane')).toBe('2026-11-10')
  expect(mayReturn(lateMonday, 'Europe/Tirane', new Date('2026-11-10T22:59:59Z'))).toBe(true)
  expect(mayReturn(lateMonday, 'Europe/Tirane', new Date('2026-11-10T23:00:00Z'))).toBe(false)
})
