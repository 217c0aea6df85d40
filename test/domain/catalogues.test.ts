import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { catalogues } from '#app/i18n/catalogues.ts'

const endings = /_(zero|one|two|few|many|other)$/

/** Every text of a catalogue by its full key. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  )
}

const texts = Object.fromEntries(
  locales.map((locale) => [locale, new Map(leaves(catalogues[locale]))]),
) as Record<(typeof locales)[number], Map<string, string>>
const bases = (locale: (typeof locales)[number]) =>
  new Set([...texts[locale].keys()].map((key) => key.replace(endings, '')))
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([a-zA-Z]+)\s*\}\}/g)].map(([, name]) => name).sort()

const forms = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], sq: ['one', 'other'] } as const

describe.each(['ru', 'sq'] as const)('the %s catalogue', (locale) => {
  test('has the keys of the English one and no others', () => {
    const own = bases(locale)
    const english = bases('en')
    expect([...english].filter((key) => !own.has(key))).toEqual([])
    expect([...own].filter((key) => !english.has(key))).toEqual([])
  })

  test('keeps every placeholder', () => {
    const wrong: string[] = []
    for (const base of bases('en')) {
      const all = (which: (typeof locales)[number]) =>
        new Set(
          [...texts[which]]
            .filter(([key]) => key.replace(endings, '') === base)
            .flatMap(([, text]) => placeholders(text)),
        )
      const [mine, english] = [all(locale), all('en')]
      if ([...english].some((name) => !mine.has(name)) || [...mine].some((name) => !english.has(name)))
        wrong.push(base)
    }
    expect(wrong).toEqual([])
  })
})

test.each(locales)('every plural of %s has all the forms of the language', (locale) => {
  const plurals = new Map<string, Set<string>>()
  for (const key of texts[locale].keys()) {
    const ending = key.match(endings)?.[1]
    if (!ending) continue
    const base = key.replace(endings, '')
    plurals.set(base, (plurals.get(base) ?? new Set()).add(ending))
  }
  const wrong = [...plurals].filter(([, has]) => forms[locale].some((form) => !has.has(form)))
  expect(wrong.map(([base]) => base)).toEqual([])
})

test.each(locales)('no text of %s is empty or left in another language’s placeholder', (locale) => {
  expect([...texts[locale]].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
})

test('Russian writes ё and Albanian its ë and ç', () => {
  const russian = [...texts.ru].filter(([, text]) =>
    /(?<!\p{L})(еще|ее|свое|мое|твое|идет|придет|найдет|пришлем|вернем|ответите еще)(?!\p{L})/iu.test(text),
  )
  const albanian = [...texts.sq].filter(([, text]) =>
    /(?<!\p{L})(eshte|cfare|nje|per|te dhena|asnje)(?!\p{L})/iu.test(text),
  )
  expect([...russian, ...albanian].map(([key]) => key)).toEqual([])
})
