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
const languages: Partial<Record<string, string>> = {
  sq: 'shqip',
  ru: 'rusisht',
  en: 'anglisht',
  mk: 'maqedonisht',
  sr: 'serbisht',
  hr: 'kroatisht',
  bs: 'boshnjakisht',
  sl: 'sllovenisht',
  el: 'greqisht',
  it: 'italisht',
  de: 'gjermanisht',
  fr: 'frëngjisht',
  es: 'spanjisht',
  pt: 'portugalisht',
  nl: 'holandisht',
  tr: 'turqisht',
  uk: 'ukrainisht',
  pl: 'polonisht',
  cs: 'çekisht',
  bg: 'bullgarisht',
  ro: 'rumanisht',
  hu: 'hungarisht',
  ka: 'gjeorgjisht',
  hy: 'armenisht',
  az: 'azerbajxhanisht',
  kk: 'kazakisht',
  uz: 'uzbekisht',
  ar: 'arabisht',
  sv: 'suedisht',
}
const countries: Partial<Record<string, string>> = {
  AL: 'Shqipëri',
  XK: 'Kosovë',
  MK: 'Maqedonia e Veriut',
  ME: 'Mal i Zi',
  RS: 'Serbi',
  BA: 'Bosnjë-Hercegovinë',
  HR: 'Kroaci',
  GR: 'Greqi',
  IT: 'Itali',
  SI: 'Slloveni',
  BG: 'Bullgari',
  RO: 'Rumani',
  MD: 'Moldavi',
  HU: 'Hungari',
  AT: 'Austri',
  CH: 'Zvicër',
  DE: 'Gjermani',
  FR: 'Francë',
  ES: 'Spanjë',
  PT: 'Portugali',
  BE: 'Belgjikë',
  NL: 'Holandë',
  LU: 'Luksemburg',
  IE: 'Irlandë',
  GB: 'Mbretëria e Bashkuar',
  DK: 'Danimarkë',
  SE: 'Suedi',
  NO: 'Norvegji',
  FI: 'Finlandë',
  EE: 'Estoni',
  LV: 'Letoni',
  LT: 'Lituani',
  PL: 'Poloni',
  CZ: 'Çeki',
  SK: 'Sllovaki',
  TR: 'Turqi',
  CY: 'Qipro',
  RU: 'Rusi',
  BY: 'Bjellorusi',
  GE: 'Gjeorgji',
  AM: 'Armeni',
  AZ: 'Azerbajxhan',
  KZ: 'Kazakistan',
  UZ: 'Uzbekistan',
  KG: 'Kirgizi',
  TJ: 'Taxhikistan',
  IL: 'Izrael',
  AE: 'Emiratet e Bashkuara Arabe',
  US: 'SHBA',
  CA: 'Kanada',
}
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

// What is not in these lists is its code: a server knows more names than a browser, and the two must say the same.
export const language = (code: string) => languages[code] ?? code
export const country = (code: string) => countries[code] ?? code

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
