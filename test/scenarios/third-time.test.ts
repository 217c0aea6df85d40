import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Locale, locales } from '#app/domain/locale.ts'
import { exampleDraw } from '#app/domain/scenario/inbox/examples.ts'
import { dice, drawnBy, expectLawful, factsIn, gameOfDraw, path, walk, wander } from './inbox-walk.ts'
import { shipped } from './shipped.ts'

const content = shipped('s07-third-time', 'inbox')

type Sentences = Record<string, { yes: string[]; no: string[] }>
const sentencesOf = (locale: Locale): Sentences =>
  parse(readFileSync(`test/scenarios/sentences/s07-third-time.${locale}.yaml`, 'utf8'))

describe.each(locales)('what is said in %s', (locale) => {
  const facts = factsIn(content, locale, exampleDraw(content, {}))
  test.each(Object.entries(sentencesOf(locale)))(
    '%s is heard where it is said, and not where it is not',
    (fact, { yes, no }) => {
      expect(yes.filter((sentence) => !facts(sentence).includes(fact))).toEqual([])
      expect(no.filter((sentence) => facts(sentence).includes(fact))).toEqual([])
    },
  )

  test('a numbered list is seen as one', () => {
    expect(facts('1. Settings\n2. Accounts\n3. Server')).toContain('list')
    expect(facts('Letter 2')).not.toContain('list')
  })
})

/** Two ways of saying each thing, a page that holds three of them, and one that says nothing. */
const walking = (locale: Locale) => ({
  replies: [
    ...Object.values(sentencesOf(locale)).flatMap(({ yes }) => [yes[0] ?? '', yes.at(-1) ?? '']),
    'Mm.',
    'Mm.',
  ],
  waits: [0.5, 1, 1, 2, 3, 4.5, 10],
  acts: 14,
})

describe.each(locales)('whatever is written and chosen in %s', (locale) => {
  test('the chat goes on by its rules, and the same acts give the same again', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const roll = dice(seed)
        expectLawful(walk(gameOfDraw(content, locale, drawnBy(content, roll)), walking(locale), roll))
      }),
      { numRuns: 40 },
    )
  })

  test('there is no line that nobody will ever hear and no ending that nobody comes to', () => {
    const reached = wander(content, locale, walking(locale), { walks: 300 })
    for (const example of content.texts[locale].grader?.examples ?? [])
      reached.add(path(content, locale, example.acts, { draw: example.draw }))
    for (const { acts, draw } of ways(locale)) reached.add(path(content, locale, acts, { draw }))
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })
})

/** Ways through the chat that those who wander seldom take: every question for every cause, and all that can be left behind. */
function ways(locale: Locale) {
  const said = (fact: string) => sentencesOf(locale)[fact]?.yes[0] ?? ''
  const causes = ['phone', 'twin', 'helper']
  const toWhy = [
    { at: '15:11', reply: said('screen') },
    { at: '15:11', choose: 'together' },
    { at: '15:12', reply: said('open') },
    { at: '15:13', reply: said('change') },
  ]
  const asked = (cause: string) => [
    ...toWhy,
    { at: '15:14', reply: said('test') },
    { at: '15:15', reply: said('ask-when') },
    ...causes
      .filter((other) => other !== cause)
      .map((other) => ({ at: '15:15', reply: said(`ask-${other}`) })),
    { at: '15:16', reply: said(`ask-${cause}`) },
    { at: '15:16', reply: said(`fix-${cause}`) },
  ]
  const page = [...asked('helper'), { at: '15:17', choose: 'page' }]
  const many = said('many')
  return [
    ...causes.map((cause) => ({ acts: asked(cause), draw: { cause } })),
    ...['send-link', 'write-again', 'ten-steps'].map((choose) => ({
      acts: [...asked('helper'), { at: '15:17', choose }],
      draw: { cause: 'helper' },
    })),
    ...[said('reproach'), 'Mm.'].map((text) => ({
      acts: [
        ...page,
        { at: '15:18', reply: text },
        ...(text === 'Mm.' ? [{ at: '15:19', reply: text }] : []),
      ],
      draw: { cause: 'helper' },
    })),
    { acts: [...toWhy, { at: '15:14', reply: 'Mm.' }, { at: '15:15', reply: said('reproach') }], draw: {} },
    {
      acts: [...toWhy.slice(0, 3), { at: '15:13', reply: many }, { at: '15:14', reply: many }],
      draw: {},
    },
  ]
}
