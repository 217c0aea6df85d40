import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Locale, locales } from '#app/domain/locale.ts'
import { exampleDraw, playExample } from '#app/domain/scenario/inbox/examples.ts'
import { inboxSignals } from '#app/domain/scenario/inbox/signals.ts'
import { expectLawful, factsIn, Reached, wander } from './inbox-walk.ts'
import { shipped } from './shipped.ts'

const full = shipped('s06-full-queue', 'inbox')
const short = shipped('s06-short-queue', 'inbox')
const twenty = shipped('s06-twenty-tickets', 'inbox')

/** The eight tickets that only the longest queue has, by themselves. */
const fresh = twenty.threads.filter(({ id }) => full.threads.every((thread) => thread.id !== id))
const rules = twenty.rules.filter((rule) => rule.in?.some((id) => fresh.some((own) => own.id === id)) ?? true)
const endings = twenty.endings.filter((ending) => rules.some(({ ends }) => ends === ending))
const eight = { ...twenty, threads: fresh, rules, endings }

type Sentences = Record<string, { yes: string[]; no: string[] }>
const sentencesIn = (locale: Locale): Sentences =>
  parse(readFileSync(`test/scenarios/sentences/s06-queue.${locale}.yaml`, 'utf8'))

describe.each(locales)('what is said in %s', (locale) => {
  test.each(Object.entries(sentencesIn(locale)))(
    '%s is heard where it is said, and not where it is not',
    (named, { yes, no }) => {
      const [fact = '', drawn = ''] = named.split('/')
      const [parameter, option] = drawn.split('=')
      const facts = factsIn(
        twenty,
        locale,
        exampleDraw(twenty, parameter && option ? { [parameter]: option } : {}),
      )
      expect(yes.filter((sentence) => !facts(sentence).includes(fact))).toEqual([])
      expect(no.filter((sentence) => facts(sentence).includes(fact))).toEqual([])
    },
  )
})

test.each([
  ['the full queue', full] as const,
  ['the short queue', short] as const,
  ['the eight tickets more', eight] as const,
])(
  '%s: nobody has a line that cannot be come to, whatever is done, and all plays again as it was played',
  (_, content) => {
    const reached = new Reached(content)
    const replies: Record<string, string[]> = {}
    const said = sentencesIn('en')
    for (const { id } of content.threads) {
      const own = Object.entries(said).filter(([named]) => {
        const fact = named.split('/')[0] ?? ''
        return fact.startsWith(id) || (id.startsWith('ns') && /^(spread|dup)/.test(fact))
      })
      replies[id] = [
        'We have received your request.',
        ...own.map(([, { yes }]) => yes[0] ?? ''),
        own.map(([, { yes }]) => yes[1] ?? '').join(' '),
      ]
    }
    const walked = wander(
      content,
      'en',
      { replies, asides: ['Please look.'], waits: [0.2, 0.5, 1, 2, 5], acts: 60, stays: 30 },
      {
        walks: 120,
        seed: 6,
        each: (walk) => {
          expectLawful(walk)
          reached.add(walk)
        },
      },
    )
    expect(walked.missing()).toEqual({ lines: [], endings: [] })
  },
  120_000,
)

test.each([
  ['full', full, [1, 6 / 10, 1 / 10], [0, 1, 2]] as const,
  ['short', short, [1, 3 / 5, 0], [0, 1, 1]] as const,
  ['twenty', twenty, [1, 11 / 18, 1 / 18], [0, 1, 2]] as const,
])(
  'the samples of %s are counted as a lead would: all, three in five, next to none',
  (_, content, solved, missed) => {
    for (const locale of locales) {
      const counted = (content.texts[locale].grader?.examples ?? []).map((example) => {
        const { game, transcript, state } = playExample(content, locale, example)
        return inboxSignals(game, state, transcript)
      })
      expect(counted.map((signals) => signals.solved.count / signals.solved.of)).toEqual(solved)
      expect(counted.map((signals) => signals.missed.count)).toEqual(missed)
      expect(counted[0]?.needless.count).toBe(0)
    }
  },
)

test.each([['short', short, full] as const, ['full', full, twenty] as const])(
  'the tickets of the %s queue stand in the next longer one word for word',
  (_, shorter, longer) => {
    for (const locale of locales) {
      const { lines, threads } = longer.texts[locale]
      expect({ ...lines, ...shorter.texts[locale].lines }).toEqual(lines)
      expect({ ...threads, ...shorter.texts[locale].threads }).toEqual(threads)
    }
    for (const { id, record, solvable } of shorter.threads)
      expect(longer.threads.find((thread) => thread.id === id)).toMatchObject({ record, solvable })
  },
)
