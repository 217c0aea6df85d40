import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Kind } from '#app/domain/scenario/common.ts'
import { audienceOf } from '#app/i18n/audiences.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { openPlainTranslator } from '#app/i18n/plain.ts'
import { textsNamed } from '#app/i18n/texts.ts'
import { nameTexts } from '#app/server/texts.ts'

const instruments = {
  'page-review': 'PageReview.tsx',
  reply: 'Reply.tsx',
  writing: 'Writing.tsx',
  inbox: 'inbox/Inbox.tsx',
  lookup: 'Lookup.tsx',
  judgement: 'Judgement.tsx',
} satisfies Record<Kind, string>
const kinds = Object.keys(instruments) as Kind[]

/** A file and all that it loads with itself; what it loads later comes with words of its own. */
function loaded(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;']*?from '([^']+\.tsx?)'/gm,
  )
  for (const [, path = ''] of imports) {
    const next = path.startsWith('#app/') ? path.slice(1) : join(dirname(file), path)
    if (existsSync(next)) loaded(next, seen)
  }
  return seen
}

/** The keys that these files write out in full. */
const keysIn = (files: Iterable<string>) =>
  [...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'((?:ui|attempt|failed)\.[\w.-]+)'/g)].map(
      ([, key = '']) => key,
    ),
  )

const here = audienceOf('/a/assignment/01a214f4-f2d8-7000-a369-abe286270214')
const unsaid = (keys: readonly string[], of: readonly Kind[]) => {
  const { attempt, ...texts } = textsNamed(nameTexts('ru', here))
  const more = of.map((kind) => textsNamed(nameTexts('ru', kind)).attempt)
  const t = openPlainTranslator('ru', { ...texts, attempt: Object.assign({}, attempt, ...more) })
  return keys.filter((key) => {
    try {
      return t(key as MessageKey, { count: 2 }) === ''
    } catch {
      return true
    }
  })
}

const frame = loaded('app/ui/attempt/TwoTexts.tsx', loaded('app/ui/attempt/AnswerPage.tsx'))

test('the frame of a part says nothing that its page does not carry', () => {
  const keys = keysIn([...frame, ...loaded('app/ui/Failed.tsx')])
  expect(keys.length).toBeGreaterThan(30)
  expect(unsaid(keys, kinds)).toEqual([])
})

test.each(kinds)('the instrument of %s says nothing that its part does not carry', (kind) => {
  const keys = keysIn([...loaded(`app/ui/attempt/${instruments[kind]}`)].filter((file) => !frame.has(file)))
  expect(keys.length).toBeGreaterThan(1)
  expect(unsaid(keys, [kind])).toEqual([])
})
