import { languageLevels, type TypedApplication } from '#app/domain/application.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Vacancy } from '#app/domain/vacancy.ts'
import { timeIn } from '#app/domain/zones.ts'
import type { Formats } from '#app/i18n/formats.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** What the apply form shows of a vacancy, in the reader's words: the browser then needs no catalogue for it. */
type Applicable = Pick<Vacancy, 'languages' | 'schedule'>
interface Words {
  t: Translate
  formats: Formats
  locale: Locale
}

/** Languages that support teams around here are asked for; those of the vacancy have rows of their own. */
const offered = [
  'sq',
  'ru',
  'en',
  'mk',
  'sr',
  'hr',
  'bs',
  'el',
  'it',
  'de',
  'fr',
  'es',
  'pt',
  'tr',
  'uk',
  'pl',
  'bg',
  'ro',
  'ka',
  'hy',
  'kk',
  'ar',
] as const

/** Names of languages stand alone here, so they begin with a capital. */
const capital = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
const nameOf = (code: string, { formats, locale }: Words) => capital(formats.language(code), locale)

export function vacancyLanguages({ languages }: Applicable, words: Words) {
  return languages.map(({ language, level }) => ({
    code: language,
    name: nameOf(language, words),
    needed: words.t('apply.languages.needed', { level }),
  }))
}

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function applyChoices({ languages, schedule }: Applicable, words: Words) {
  const { t, locale } = words
  const own = new Set(languages.map(({ language }) => language))
  const levelName = (level: (typeof languageLevels)[number]) =>
    level === 'none' || level === 'native' ? t(`apply.languages.${level}`) : t(`domain.cefr.${level}`)
  return {
    languages: offered
      .filter((code) => !own.has(code))
      .map((value) => ({ value, label: nameOf(value, words) }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    levels: languageLevels.map((value) => ({ value, label: levelName(value) })),
    days: weekdays.map((day) => ({ value: String(day), label: t(`domain.weekdays.${day}.short`) })),
    times: [...new Set([...hours, schedule.from, schedule.to])]
      .sort()
      .map((value) => ({ value, label: value })),
  }
}

/** The shift in words, and what the team's clock shows, so that nobody has to know its zone by name. */
export function shiftInWords({ schedule }: Applicable, { t, formats }: Words, now: Date) {
  const days = weekdays
    .filter((day) => schedule.days.includes(day))
    .map((day) => t(`domain.weekdays.${day}.short`))
  return { days: formats.list(days), from: schedule.from, to: schedule.to, now: timeIn(schedule.zone, now) }
}

/** An untouched form: no day is ticked, the hours are those of the shift. */
export function blankApplication({ languages, schedule }: Applicable): TypedApplication {
  const { from, to } = schedule
  return {
    name: '',
    email: '',
    languages: languages.map(({ language }) => ({ language, level: '' })),
    windows: [
      { days: [], from, to },
      { days: [], from, to },
    ],
    why: '',
    notice: '',
  }
}
