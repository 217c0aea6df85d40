import { expect, test } from 'vitest'
import { eventKinds } from '#app/domain/event-kinds.ts'
import { locales } from '#app/domain/locale.ts'
import { catalogues } from '#app/i18n/catalogues.ts'

// That nothing else is recorded is the compiler's business: `record` takes these kinds and no others.
test.each(locales)('everything that is recorded has words in the history in %s', (locale) => {
  const words: Record<string, string> = catalogues[locale].pipeline.events
  expect(eventKinds.filter((kind) => !words[kind])).toEqual([])
})
