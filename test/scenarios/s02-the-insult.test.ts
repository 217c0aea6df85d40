import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '#app/domain/locale.ts'
import { fill, firstDraw, values } from '#app/domain/scenario/draw.ts'
import { clockOf, viewOf } from '#app/domain/scenario/inbox/desk.ts'
import { playExample } from '#app/domain/scenario/inbox/examples.ts'
import type { ExampleAct } from '#app/domain/scenario/inbox/schema.ts'
import { inboxSignals, recogniserFor } from '#app/domain/scenario/inbox.ts'
import { dice, drawnBy, expectLawful, gameOfDraw, path, walk, wander } from './inbox-walk.ts'
import { type Fact, ways } from './s02-the-insult/ways.ts'
import { shipped } from './shipped.ts'

const content = shipped('s02-the-insult', 'inbox')
const each = locales.map((locale) => [locale] as const)

/** A greeting, and the first way of saying each of these. */
const say = (locale: Locale, ...facts: Fact[]) =>
  ['Lumo.', ...facts.map((fact) => ways[locale][fact].says[0])].join(' ')

describe.each(each)('what counts as said in %s', (locale) => {
  const recognise = recogniserFor(content, locale, firstDraw(content))
  const rows = Object.entries(ways[locale])

  test.each(rows)('%s: in these words', (fact, { says }) => {
    expect(says.filter((text) => !recognise(text).includes(fact))).toEqual([])
  })
  test.each(rows)('%s: not in these', (fact, { not }) => {
    expect(not.filter((text) => recognise(text).includes(fact))).toEqual([])
  })
})

/** Everything said, half of it, nothing, and what nobody should say; none of it knows what it is an answer to. */
function replies(locale: Locale): string[] {
  const first = (fact: Fact) => ways[locale][fact].says[0] ?? ''
  return [
    say(locale, 'worry', 'returned', 'fix', 'date'),
    say(locale, 'worry', 'returned'),
    say(locale, 'returned', 'fix'),
    ...(['worry', 'returned', 'fix', 'date', 'blame', 'retort'] as const).map(first),
    ...ways[locale].worry.not.slice(0, 2),
  ]
}
const walking = (locale: Locale) => ({
  replies: replies(locale),
  waits: [0.5, 1, 1, 2, 2, 3, 3, 4.5, 21],
  acts: 9,
})

describe.each(each)('whatever is written and chosen, and however long it takes, in %s', (locale) => {
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
    const reached = wander(content, locale, walking(locale), { walks: 150 })
    for (const example of content.texts[locale].grader?.examples ?? [])
      reached.add(playExample(content, locale, example))
    for (const laid of Object.values(paths)) reached.add(path(content, 'en', laid, { until: 'day 2 12:10' }))
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })
})

/** Ways through the chat that those who wander seldom take. */
const paths: Record<string, ExampleAct[]> = {
  'made up': [
    { at: '11:21', reply: say('en', 'worry', 'returned') },
    { at: '11:22', choose: 'show-where' },
    { at: '11:24', reply: say('en', 'fix', 'date') },
    { at: '11:25', choose: 'by-rule' },
    { at: 'day 2 11:45', reply: say('en', 'date') },
    { at: 'day 2 11:46', close: 'corrected' },
  ],
  'kept waiting': [],
  'promised and forgotten': [
    { at: '11:21', reply: say('en', 'worry', 'returned') },
    { at: '11:22', choose: 'show-where' },
    { at: '11:24', reply: say('en', 'fix', 'date') },
    { at: '11:25', choose: 'by-rule' },
  ],
  'no word of when': [
    { at: '11:21', reply: say('en', 'worry', 'returned') },
    { at: '11:22', choose: 'send-again' },
    { at: '11:24', reply: say('en', 'returned') },
    { at: '11:25', choose: 'no-date' },
  ],
  'fifty euros': [
    { at: '11:21', reply: say('en', 'returned') },
    { at: '11:22', choose: 'show-where' },
    { at: '11:24', reply: say('en', 'blame') },
    { at: '11:25', choose: 'gift' },
    { at: 'day 2 11:59', reply: say('en', 'date') },
    { at: 'day 2 11:59', close: 'corrected' },
  ],
  'the limit after two cold replies': [
    { at: '11:21', reply: say('en') },
    { at: '11:22', choose: 'ask-details' },
    { at: '11:24', reply: say('en', 'returned') },
    { at: '11:25', choose: 'no-date' },
    { at: '11:26', choose: 'limit' },
  ],
}
function played(locale: Locale, how: { draw?: Record<string, string>; until?: string }, acts: ExampleAct[]) {
  const walked = path(content, locale, acts, how)
  const [chat] = walked.state.threads
  if (!chat) throw new Error('no chat')
  return { ...walked, chat, signals: inboxSignals(walked.game, walked.state, walked.transcript) }
}
const take = (name: string, until?: string, draw = {}) =>
  played('en', { draw, ...(until && { until }) }, paths[name] ?? [])

describe('the story', () => {
  test('of warmth with a fact, a fix with a day, and a word that is kept, ends in peace', () => {
    const { chat, signals } = take('made up')
    expect(chat.lines).toEqual(['C1', 'C2a', 'C3a1', 'C4a', 'C5a', 'C7a'])
    expect(chat.ended).toBe('E1')
    expect(signals).toMatchObject({
      solved: { count: 1, of: 1 },
      promises: { count: 1, of: 1 },
      turnsToCalm: 4,
    })
    expect(take('made up', undefined, { code: 'r07' }).chat.lines[2]).toBe('C3a2')
  })

  test('of nobody there is over after eight minutes, and nobody answered', () => {
    const { chat, signals } = take('kept waiting', '11:29')
    expect(chat).toMatchObject({ lines: ['C1', 'W1', 'W2'], ended: 'E5', endedAt: 8 * 60_000 })
    expect(signals.unanswered).toEqual({ count: 2, of: 2 })
  })

  test('of a promise that was forgotten: he writes at four minutes past twelve', () => {
    const { chat, signals } = take('promised and forgotten', 'day 2 12:10')
    expect(chat.lines.at(-1)).toBe('C7e')
    expect(clockOf(chat.entries.at(-1)?.shown ?? 0)).toBe('12:04')
    expect(chat.ended).toBe('E4')
    expect(signals.promises).toEqual({ count: 0, of: 1 })
  })

  test('of no promise at all: he has to ask again', () => {
    const { chat, signals } = take('no word of when', 'day 2 12:10')
    expect(chat.lines.slice(-2)).toEqual(['C5d', 'C7g'])
    expect(signals).toMatchObject({ promises: { count: 0, of: 0 }, solved: { count: 0, of: 1 } })
  })

  test('of fifty euros: he despises them, and they are counted', () => {
    const { chat, signals } = take('fifty euros')
    expect(chat.lines.slice(-2)).toEqual(['C5e', 'C7b'])
    expect(signals).toMatchObject({ given: 50, solved: { count: 1, of: 1 } })
    expect(signals.suspected).toEqual([{ code: 'rude', fact: 'blame', act: 2 }])
  })

  test('of a limit set for somebody whose worry was never named: the chat is closed by rule', () => {
    const { chat, signals } = take('the limit after two cold replies')
    expect(chat.lines.slice(-2)).toEqual(['C5t', 'C6b'])
    expect(chat.ended).toBe('E6')
    expect(signals.solved).toEqual({ count: 0, of: 1 })
  })

  test('the record of the next day says that it left, or that it stands as it stood', () => {
    const today = (name: string) => {
      const { game, transcript, state } = take(name, 'day 2 11:41')
      return viewOf(game, 'en', 'a', transcript, state).record.at(-1)?.value
    }
    expect(today('promised and forgotten')).toBe('sent at 9:05 on 19 November, expected by 21 November')
    expect(today('no word of when')).toBe('returned, details unchanged')
    expect(take('kept waiting', '11:21').state.threads[0]?.ended).toBeNull()
    expect(today('made up')).toBe('sent at 9:05 on 19 November, expected by 21 November')
  })
})

/** His mood after each act, as the exemplar has it beside the lines. */
const moods: Record<Locale, string[]> = {
  en: [
    'impatient impatient worried relieved grateful',
    'angry angry angry impatient calm',
    'furious furious furious furious furious',
  ],
  ru: [
    'impatient impatient worried relieved grateful',
    'angry angry impatient calm calm',
    'furious furious furious angry angry',
  ],
  sq: [
    'impatient impatient worried relieved grateful',
    'angry angry furious furious impatient calm',
    'furious furious furious furious furious',
  ],
}

test.each(each)(
  'the three sample conversations in %s come to the moods that were written beside them',
  (locale) => {
    const examples = content.texts[locale].grader?.examples ?? []
    const come = examples.map(({ draw, acts }) =>
      acts
        .filter((act) => act.close === undefined)
        .map((_, index) => playExample(content, locale, { draw, acts: acts.slice(0, index + 1) }))
        .map(({ state }) => state.threads[0]?.mood)
        .join(' '),
    )
    expect(come).toEqual(moods[locale])
  },
)

test.each(locales.flatMap((locale) => (['r03', 'r07'] as const).map((code) => [locale, code] as const)))(
  'the reference answer in %s makes it up with him when the code is %s',
  (locale, code) => {
    const found = values(content, locale, { ...firstDraw(content), code })
    const [a1 = '', a2 = '', a3 = ''] = fill(content.texts[locale].grader?.reference ?? '', found).split(
      '\n\n',
    )
    const { chat, signals } = played(locale, { draw: { code } }, [
      { at: '11:22', reply: a1 },
      { at: '11:24', choose: 'show-where' },
      { at: '11:27', reply: a2 },
      { at: '11:30', choose: 'by-rule' },
      { at: 'day 2 11:46', reply: a3 },
      { at: 'day 2 11:47', close: 'corrected' },
    ])
    expect(chat.ended).toBe('E1')
    expect(signals).toMatchObject({ firstReply: { count: 1, of: 1 }, suspected: [] })
  },
)

/** Article 2: saved before 14:00, it leaves the next working day and takes up to two more. */
test.each(each)('the days of the key in %s are those that the handbook gives', (locale) => {
  const works = (day: number) => new Date(Date.UTC(2025, 10, day)).getUTCDay() % 6 !== 0
  const after = (day: number): number => (works(day + 1) ? day + 1 : after(day + 1))
  const figure = (text = '') => Number(text.match(/\d+/)?.[0])
  const rows = Object.values(content.texts[locale].parameters.day ?? {})
  expect(rows.map(({ today }) => figure(today))).toEqual([18, 19, 20])
  for (const { today, days, resend, arrive } of rows) {
    expect(figure(days)).toBe(figure(today) - 14)
    expect(figure(resend)).toBe(after(figure(today)))
    expect(figure(arrive)).toBe(after(after(figure(resend))))
  }
})
