import type { Locale } from '#app/domain/locale.ts'
import * as albanian from './albanian.ts'
import { dates, lists, names, numbers } from './intl.ts'

const tags: Record<Locale, string> = { en: 'en-GB', ru: 'ru-RU', sq: 'sq-AL' }
const wholeCurrencies = new Set(['ALL', 'RUB'])

export interface Formats {
  /** A day: `2026-11-23` as 23 November 2026. A moment needs its zone. */
  date(day: string | Date, zone?: string): string
  /** Day and month without the year. */
  day(day: string | Date, zone?: string): string
  shortDate(day: string | Date, zone?: string): string
  weekday(day: string | Date, zone?: string): string
  time(moment: string | Date, zone: string): string
  dateTime(moment: string | Date, zone: string): string
  number(value: number, digits?: number): string
  percent(share: number): string
  money(amount: number, currency: string): string
  moneyRange(low: number | null, high: number | null, currency: string): string
  list(items: readonly string[]): string
  language(code: string): string
  country(code: string): string
}

/** Of languages and countries, by their codes. What is not in these lists is its code. */
export interface Names {
  languages: Partial<Record<string, string>>
  countries: Partial<Record<string, string>>
}

/**
 * Dates, times, numbers and money as each language writes them; always 24 hours, always with the zone given. Names are
 * those of Albanian, which no browser knows: a server knows more of the other languages, and the two must say the same.
 */
export function openPlainFormats(locale: Locale, albanianNames?: Names): Formats {
  const tag = tags[locale]
  const moment = (value: string | Date) =>
    typeof value === 'string' && value.length === 10 ? new Date(`${value}T00:00:00Z`) : new Date(value)
  const zoneOf = (value: string | Date, zone?: string) =>
    typeof value === 'string' && value.length === 10 ? 'UTC' : (zone ?? 'UTC')
  const as = (value: string | Date, zone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    dates(tag, { ...options, timeZone: zoneOf(value, zone), hourCycle: 'h23' }).format(moment(value))
  const sq = locale === 'sq'
  const number = (value: number, digits = 0) =>
    sq
      ? albanian.number(value, digits)
      : numbers(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const money = (amount: number, currency: string) => {
    const digits = wholeCurrencies.has(currency) || Number.isInteger(amount) ? 0 : 2
    const figure = number(amount, digits)
    switch (`${locale} ${currency}`) {
      case 'ru ALL':
        return `${figure}\u00a0леков`
      default:
        if (sq) return albanian.money(amount, currency, digits)
        return numbers(tag, {
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }).format(amount)
    }
  }
  // A figure and its noun stay on one line.
  const kept = (text: string) => (locale === 'ru' ? text.replace(/^(\d+) /, '$1\u00a0') : text)
  const date: Formats['date'] = (day, zone) =>
    kept(as(day, zone, { day: 'numeric', month: 'long', year: 'numeric' }))
  const own =
    (write: (moment: Date, zone: string) => string): Formats['date'] =>
    (value, zone) =>
      write(moment(value), zoneOf(value, zone))
  const time: Formats['time'] = (at, zone) =>
    dates('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zoneOf(at, zone),
      hourCycle: 'h23',
    }).format(moment(at))
  return {
    // Russian Intl writes "г."; the house writes "года" in sentences and nothing in tables.
    date: (day, zone) =>
      locale === 'ru' ? date(day, zone).replace(/\sг\.$/u, '\u00a0года') : date(day, zone),
    day: (day, zone) => kept(as(day, zone, { day: 'numeric', month: 'long' })),
    shortDate: (day, zone) => as(day, zone, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    weekday: (day, zone) => as(day, zone, { weekday: 'long' }),
    time,
    dateTime: (at, zone) =>
      `${sq ? albanian.day(moment(at), zone) : kept(as(at, zone, { day: 'numeric', month: 'long' }))}, ${time(at, zone)}`,
    number,
    percent: (share) =>
      sq
        ? `${albanian.number(share * 100, 0)}%`
        : numbers(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    money,
    moneyRange: (low, high, currency) => {
      if (low === null || high === null || low === high) return money(low ?? high ?? 0, currency)
      const full = money(high, currency)
      const figure = number(high)
      return full.replace(figure, `${number(low)}–${figure}`)
    },
    list: (items) => (sq ? albanian.list(items) : lists(tag, { type: 'conjunction' }).format(items)),
    language: (code) => names(tag, { type: 'language' }).of(code) ?? code,
    country: (code) => names(tag, { type: 'region' }).of(code) ?? code,
    ...(sq && {
      language: (code) => albanianNames?.languages[code] ?? code,
      country: (code) => albanianNames?.countries[code] ?? code,
      date: own(albanian.date),
      day: own(albanian.day),
      shortDate: own(albanian.shortDate),
      weekday: own(albanian.weekday),
    }),
  }
}
