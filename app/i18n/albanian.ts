import { dates } from './intl.ts'

/**
 * Browsers carry no Albanian data (Chromium writes `November 14, 2023` for `sq`), so what the server and the browser
 * must write alike is written here.
 */
const months = [
  'janar',
  'shkurt',
  'mars',
  'prill',
  'maj',
  'qershor',
  'korrik',
  'gusht',
  'shtator',
  'tetor',
  'nëntor',
  'dhjetor',
]
const weekdays = ['e diel', 'e hënë', 'e martë', 'e mërkurë', 'e enjte', 'e premte', 'e shtunë']
const currencies: Partial<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  ALL: 'lekë',
  RUB: 'rubla',
}

const space = '\u00a0'

export function number(value: number, digits: number): string {
  const [whole = '', rest] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, space)
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '-' : ''
  return `${sign}${grouped}${rest ? `,${rest}` : ''}`
}

export const money = (amount: number, currency: string, digits: number) =>
  `${number(amount, digits)}${space}${currencies[currency] ?? currency}`

export function list(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} dhe ${last}`
}

/** Day, month and year of a moment in a zone, as numbers. */
function calendar(moment: Date, zone: string) {
  const parts = dates('en-GB', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: zone,
  }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return { day: part('day'), month: part('month'), year: part('year') }
}

export function day(moment: Date, zone: string): string {
  const { day: number, month } = calendar(moment, zone)
  return `${number}${space}${months[month - 1]}`
}

export const date = (moment: Date, zone: string) => `${day(moment, zone)} ${calendar(moment, zone).year}`

export function shortDate(moment: Date, zone: string): string {
  const { day: number, month, year } = calendar(moment, zone)
  return `${String(number).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`
}

export function weekday(moment: Date, zone: string): string {
  const { day: number, month, year } = calendar(moment, zone)
  return weekdays[new Date(Date.UTC(year, month - 1, number)).getUTCDay()] ?? ''
}
