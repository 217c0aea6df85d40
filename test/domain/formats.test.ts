import { expect, test } from 'vitest'
import { openFormats } from '#app/i18n/formats.ts'

const nbsp = '\u00a0'
const en = openFormats('en')
const ru = openFormats('ru')
const sq = openFormats('sq')
const moment = new Date('2026-11-22T23:30:00Z')

test('a day is written as each language writes it, in the zone that is given', () => {
  expect(en.date(moment, 'Europe/Tirane')).toBe('23 November 2026')
  expect(ru.date(moment, 'Europe/Tirane')).toBe(`23${nbsp}ноября 2026${nbsp}года`)
  expect(sq.date(moment, 'Europe/Tirane')).toBe(`23${nbsp}nëntor 2026`)
  expect(sq.date('2026-12-06')).toBe(`6${nbsp}dhjetor 2026`)
  expect(sq.day(moment, 'UTC')).toBe(`22${nbsp}nëntor`)
  expect(sq.weekday(moment, 'Europe/Tirane')).toBe('e hënë')
  expect([ru.shortDate('2026-11-02'), sq.shortDate('2026-11-02')]).toEqual(['02.11.2026', '02.11.2026'])
})

test('times have 24 hours', () => {
  for (const formats of [en, ru, sq]) expect(formats.time(moment, 'Europe/Tirane')).toBe('00:30')
  expect(sq.dateTime(moment, 'Europe/Tirane')).toBe(`23${nbsp}nëntor, 00:30`)
})

test('figures are grouped, also those of four digits in Albanian', () => {
  expect([en.number(1234.5, 1), ru.number(1234.5, 1), sq.number(1234.5, 1)]).toEqual([
    '1,234.5',
    `1${nbsp}234,5`,
    `1${nbsp}234,5`,
  ])
  expect([en.percent(0.9), ru.percent(0.9), sq.percent(0.9)]).toEqual(['90%', `90${nbsp}%`, '90%'])
  expect([sq.number(-0.4), sq.number(-1200)]).toEqual(['0', `-1${nbsp}200`])
})

test('money is written with the sign or the word of each language', () => {
  expect([en.money(25, 'EUR'), ru.money(25, 'EUR'), sq.money(25, 'EUR')]).toEqual([
    '€25',
    `25${nbsp}€`,
    `25${nbsp}€`,
  ])
  expect([ru.money(120_000, 'ALL'), sq.money(120_000, 'ALL'), sq.money(120_000, 'RUB')]).toEqual([
    `120${nbsp}000${nbsp}леков`,
    `120${nbsp}000${nbsp}lekë`,
    `120${nbsp}000${nbsp}rubla`,
  ])
  expect([
    en.moneyRange(780, 940, 'EUR'),
    sq.moneyRange(780, 940, 'EUR'),
    sq.moneyRange(780, null, 'EUR'),
  ]).toEqual(['€780–940', `780–940${nbsp}€`, `780${nbsp}€`])
})

test('Albanian lists and names need nothing of the browser', () => {
  expect(sq.list(['a', 'b', 'c'])).toBe('a, b dhe c')
  expect([sq.list(['a']), sq.list([])]).toEqual(['a', ''])
  expect([sq.language('ru'), sq.country('AL')]).toEqual(['rusisht', 'Shqipëri'])
  expect([sq.language('sv'), sq.language('tlh'), sq.country('AQ')]).toEqual(['suedisht', 'tlh', 'AQ'])
})
