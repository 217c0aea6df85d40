import { expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { openPlainTranslator } from '#app/i18n/plain.ts'

const endings = /_(zero|one|two|few|many|other)$/

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  return Object.entries(node as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  )
}

test.each(locales)('a page in %s says what the server says, for every text and every number', (locale) => {
  const [page, server] = [openPlainTranslator(locale, catalogues[locale]), translator(locale)]
  const differ: string[] = []
  for (const [path, text] of leaves(catalogues[locale])) {
    const key = path.replace(endings, '') as MessageKey
    const names = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name)
    const params = Object.fromEntries(
      names.map((name, index) => [name, `{{${name}}} $t(ui.undo) <b>${index}`]),
    )
    const counts = endings.test(path) || names.includes('count') ? [0, 1, 2, 5, 11, 21, 1.5] : [undefined]
    for (const count of counts) {
      const given = count === undefined ? params : { ...params, count }
      if (page(key, given) !== server(key, given)) differ.push(`${path} ${count ?? ''}`)
    }
  }
  expect(differ).toEqual([])
})

test('a key without a text is a fault in both', () => {
  const missing = 'ui.no.such.text' as MessageKey
  expect(() => openPlainTranslator('en', catalogues.en)(missing)).toThrow('No text')
  expect(() => translator('en')(missing)).toThrow('No text')
})
