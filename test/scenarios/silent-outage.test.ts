import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Locale, locales } from '#app/domain/locale.ts'
import { exampleDraw } from '#app/domain/scenario/inbox/examples.ts'
import type { ExampleAct } from '#app/domain/scenario/inbox/schema.ts'
import { clockTime } from '#app/domain/scenario/inbox/schema.ts'
import { inboxSignals } from '#app/domain/scenario/inbox.ts'
import { dice, drawnBy, expectLawful, factsIn, gameOfDraw, path, walk, wander } from './inbox-walk.ts'
import { shipped } from './shipped.ts'

const content = shipped('s10-silent-outage', 'inbox')

type Sentences = Record<string, { yes: string[]; no: string[] }>
const sentencesOf = (locale: Locale): Sentences =>
  parse(readFileSync(`test/scenarios/sentences/s10-silent-outage.${locale}.yaml`, 'utf8'))

describe.each(locales)('what is said in %s', (locale) => {
  const facts = factsIn(content, locale, exampleDraw(content, {}))
  test.each(Object.entries(sentencesOf(locale)))(
    '%s is heard where it is said, and not where it is not',
    (fact, { yes, no }) => {
      expect(yes.filter((sentence) => !facts(sentence).includes(fact))).toEqual([])
      expect(no.filter((sentence) => facts(sentence).includes(fact))).toEqual([])
    },
  )

  test('the usual canned reply says nothing', () => {
    const held = facts(content.texts[locale].macros.usual?.text ?? '')
    expect(held.filter((fact) => !fact.startsWith('q-'))).toEqual([])
  })
})

const walking = (locale: Locale) => ({
  replies: [...Object.values(sentencesOf(locale)).map(({ yes }) => yes[0] ?? ''), 'Mm.', 'Mm.'],
  waits: [0.2, 0.2, 0.4, 0.4, 0.8, 1.5, 4],
  acts: 30,
  stays: 8,
})

describe.each(locales)('whatever is written and chosen in %s', (locale) => {
  test('the morning goes on by its rules, and the same acts give the same again', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const roll = dice(seed)
        expectLawful(walk(gameOfDraw(content, locale, drawnBy(content, roll)), walking(locale), roll))
      }),
      { numRuns: 25 },
    )
  })

  test('there is no line that nobody will ever hear and no ending that nobody comes to', () => {
    const reached = wander(content, locale, walking(locale), { walks: 80 })
    for (const example of content.texts[locale].grader?.examples ?? [])
      reached.add(path(content, locale, example.acts, { draw: example.draw }))
    for (const { acts, draw } of ways(locale)) reached.add(path(content, locale, acts, { draw }))
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })
})

/** Conversations that those who wander seldom have to the end. */
function ways(locale: Locale): { acts: ExampleAct[]; draw: Record<string, string> }[] {
  const say = (...facts: string[]) => facts.map((fact) => sentencesOf(locale)[fact]?.yes[0]).join(' ')
  const board = (at: string, reply: string) => ({ at, thread: 'board', reply })
  const both = (agency: string[], florist: string[]): ExampleAct[] => [
    ...agency.map((reply) => ({ at: '10:03', thread: 'agency', reply })),
    ...florist.map((reply) => ({ at: '10:27', thread: 'florist', reply })),
  ]
  const reader = (...replies: string[]): ExampleAct[] => [
    board('10:01', say('what', 'next')),
    ...replies.map((reply) => ({ at: '10:27', thread: 'reader', reply })),
  ]
  return [
    { acts: both([say('next'), say('stay')], [say('nothing')]), draw: {} },
    { acts: both([say('next'), say('next')], [say('what'), say('what')]), draw: {} },
    { acts: both(['Mm.', 'Mm.'], ['Mm.', 'Mm.']), draw: {} },
    { acts: reader(say('ask-back'), 'Mm.', 'Mm.'), draw: { mail: 'works' } },
    { acts: reader(say('mail-queued')), draw: { mail: 'works' } },
    { acts: reader(say('mail-ok')), draw: { mail: 'queued' } },
    { acts: reader(say('mail-ok')), draw: { mail: 'works' } },
    {
      acts: [
        board('10:01', say('what', 'next')),
        board('10:52', 'Mm.'),
        board('10:53', say('over', 'reload')),
      ],
      draw: {},
    },
    {
      acts: [
        { at: '10:04', thread: 'list', choose: 'affected-now' },
        { at: '10:53', thread: 'list', choose: 'none-over' },
      ],
      draw: {},
    },
    { acts: ['10:01', '10:02', '10:03'].map((at) => ({ at, thread: 'engineers', reply: 'Mm.' })), draw: {} },
    {
      acts: ['q-time', 'q-cause'].map((fact) => ({ at: '10:01', thread: 'engineers', reply: say(fact) })),
      draw: {},
    },
    { acts: both([say('sure')], []), draw: {} },
    ...['next', 'sure'].map((fact) => ({
      acts: [{ at: '10:04', thread: 'phone', reply: say(fact) }],
      draw: {},
    })),
    {
      acts: [
        { at: '10:53', thread: 'cached', reply: 'Mm.' },
        { at: '10:54', thread: 'cached', reply: 'Mm.' },
        { at: '10:54', thread: 'shop', reply: 'Mm.' },
      ],
      draw: {},
    },
  ]
}

test('a promise of half an hour can be kept, whenever it is given, although the clock goes on by itself', () => {
  for (const at of ['10:00', '10:01', '10:04', '10:25', '10:26', '10:29']) {
    const later = clockTime.parse(at < '10:20' ? '10:29' : '10:55')
    const { game, state, transcript } = path(content, 'en', [
      { at, thread: 'board', promise: 30, reply: 'Server Oak is down.' },
      { at: later, thread: 'board', reply: 'Server Oak is down.' },
    ])
    expect(inboxSignals(game, state, transcript).promises).toEqual({ count: 1, of: 1 })
  }
})
