import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowed, inboxSignals, nextDueAt, play, playOn } from '#app/domain/scenario/inbox.ts'
import { dice, everything, expectLawful, walk, wander } from '../scenarios/inbox-walk.ts'
import { at, choose, close, gameOf, handOver, made, note, played, reply, threadIn } from './inbox-game.ts'

describe('what may be done', () => {
  const content = made({
    tags: ['urgent'],
    desks: ['attic'],
    promises: [30],
    handbook: ['payout-dates'],
    outcomes: ['found', 'lost'],
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['hello'],
        first: 'talk',
        outcomes: { offered: ['found'], right: ['found'] },
      },
    ],
  })
  const bare = made({ steps: [{ id: 'talk' }] })
  const may = (act: Parameters<typeof allowed>[2], of = content) =>
    allowed(gameOf(of), played(of, [], 1), act)

  test('is what the step has tools for, among what the case knows', () => {
    expect(may(reply('Soon.', 'ann', 30))).toBeNull()
    expect(may(reply('Soon.', 'ann', 31))).toBe('unknown-choice')
    expect(may({ do: 'tag', thread: 'ann', tag: 'urgent' })).toBeNull()
    expect(may({ do: 'tag', thread: 'ann', tag: 'blue' })).toBe('unknown-choice')
    expect(may(handOver('attic'))).toBeNull()
    expect(may(handOver('roof'))).toBe('unknown-choice')
    expect(may(close('found'))).toBeNull()
    expect(may(close('lost'))).toBe('unknown-choice')
    expect(may(choose('shelf'))).toBe('not-in-this-step')
    expect(may({ do: 'report', article: 'payout-dates', text: 'Wrong.' })).toBeNull()
    expect(may({ do: 'report', article: 'site-down', text: 'Wrong.' })).toBe('unknown-choice')
    expect(may(reply('Hello.', 'nobody'))).toBe('not-here-yet')
  })

  test('is nothing where the step has no tools', () => {
    for (const act of [reply(), note(), choose('shelf')]) expect(may(act, bare)).toBe('not-in-this-step')
  })
})

const busy = made({
  choices: [{ id: 'shelf' }, { id: 'gone', silent: true }],
  tags: ['urgent'],
  desks: ['attic'],
  outcomes: ['found', 'lost'],
  promises: [30],
  endings: ['happy', 'left'],
  steps: [
    { id: 'talk', write: true, tools: ['note', 'tag', 'promise', 'hand-over', 'close'] },
    { id: 'pick', choose: ['shelf', 'gone'] },
  ],
  threads: [
    {
      id: 'ann',
      channel: 'chat',
      says: ['hello'],
      mood: 'angry',
      first: 'talk',
      outcomes: { offered: ['found', 'lost'], right: ['found'] },
    },
    { id: 'ben', channel: 'email', arrives: { after: 'ann' }, says: ['me-too'], first: 'talk' },
    {
      id: 'cleo',
      channel: 'form',
      arrives: { minutes: 2, if: { 'written-in': ['ann'] } },
      says: ['and-me'],
      first: 'talk',
    },
  ],
  rules: [
    { after: 'silence', minutes: 5, in: ['ann'], says: ['anybody'] },
    {
      after: 'silence',
      minutes: 5,
      in: ['ann'],
      if: { 'last-line': ['anybody'] },
      says: ['bye'],
      ends: 'left',
    },
    { after: 'time', minutes: 9, in: ['ben'], says: ['well'] },
    { after: 'reply', if: { said: ['found'] }, says: ['where'], mood: 'calm', next: 'pick' },
    { after: 'reply', says: ['hm'] },
    { after: 'pick', if: { choice: { pick: ['shelf'] } }, says: ['thanks'], ends: 'happy' },
    { after: 'pick', says: ['ha'], next: 'talk', jump: { days: 1, to: '10:00' } },
    { after: 'close', ends: 'happy' },
  ],
})
const writing = { replies: ['Hm.', 'The umbrella is here.', 'Silly.'] }

describe('the same acts', () => {
  test('give the same, whoever plays them and whenever; act by act as all at once; and no clock runs back', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => expectLawful(walk(gameOf(busy), writing, dice(seed)))),
      { numRuns: 300 },
    )
  })

  test('give the same at every moment looked at in between: looking changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (seed, moments) => {
        const { game, transcript, state } = walk(gameOf(busy), writing, dice(seed))
        for (const minutes of moments)
          play(
            game,
            transcript.filter((act) => act.at <= minutes * 60_000),
            minutes * 60_000,
          )
        expect(play(game, transcript, state.at)).toEqual(state)
      }),
      { numRuns: 50 },
    )
  })

  test('bring at once what their last one calls for, also when played act by act', () => {
    const game = gameOf(busy)
    const acts = [at(1, reply('The umbrella is here.')), at(1, choose('shelf'))]
    const live = acts.reduce((state, act, index) => playOn(game, state, act, index), play(game, [], 0))
    expect(threadIn(live, 'ben').arrivedAt).toBe(60_000)
    expect(live).toEqual(play(game, acts, 60_000))
  })

  test('the next thing that happens by itself is known beforehand, so that a page can wait for it', () => {
    const game = gameOf(busy)
    expect(nextDueAt(game, play(game, [], 0))).toBe(2 * 60_000)
    expect(nextDueAt(game, play(game, [], 4 * 60_000))).toBe(5 * 60_000)
    expect(nextDueAt(game, play(game, [], 12 * 60_000))).toBe(19 * 60_000)
    expect(nextDueAt(game, play(game, [], 60 * 60_000))).toBeNull()
  })

  test('lead those who wander about to every line and every ending', () => {
    const reached = wander(busy, 'en', writing)
    expect(everything(busy).lines).toHaveLength(10)
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })

  test('count the same, too', () => {
    const { game, transcript, state } = walk(gameOf(busy), writing, dice(7))
    expect(inboxSignals(game, play(game, transcript, state.at), transcript)).toEqual(
      inboxSignals(game, state, transcript),
    )
  })
})
