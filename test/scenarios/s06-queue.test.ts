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
        full,
        locale,
        exampleDraw(full, parameter && option ? { [parameter]: option } : {}),
      )
      expect(yes.filter((sentence) => !facts(sentence).includes(fact))).toEqual([])
      expect(no.filter((sentence) => facts(sentence).includes(fact))).toEqual([])
    },
  )
})

describe.each([['full', full] as const, ['short', short] as const])('the %s queue', (_, content) => {
  test('lets nobody say anything that cannot be come to, whatever is done, and plays again as it was played', () => {
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
  }, 120_000)

  test.each(locales)(
    'counts the samples in %s as a lead would: all, three in five, next to none',
    (locale) => {
      const shares = (content.texts[locale].grader?.examples ?? []).map((example) => {
        const { game, transcript, state } = playExample(content, locale, example)
        const { solved, needless, missed } = inboxSignals(game, state, transcript)
        return { solved: solved.count / solved.of, needless: needless.count, missed: missed.count }
      })
      expect(shares.map(({ solved }) => solved)).toEqual([1, 0.6, content === full ? 0.1 : 0])
      expect(shares.map(({ missed }) => missed)).toEqual([0, 1, content === full ? 2 : 1])
      expect(shares[0]?.needless).toBe(0)
    },
  )
})

test('the short queue holds the tickets of the full one, word for word', () => {
  for (const locale of locales) {
    const { lines, threads } = full.texts[locale]
    expect(full.texts[locale].lines).toMatchObject(short.texts[locale].lines)
    expect({ ...lines, ...short.texts[locale].lines }).toEqual(lines)
    expect({ ...threads, ...short.texts[locale].threads }).toEqual(threads)
  }
  for (const { id, record, solvable, mustHandOver } of short.threads)
    expect(full.threads.find((thread) => thread.id === id)).toMatchObject({
      record,
      solvable,
      ...(mustHandOver && { mustHandOver }),
    })
})
