import { describe, expect, test } from 'vitest'
import { allowed } from '#app/domain/scenario/inbox.ts'
import {
  at,
  choose,
  close,
  gameOf,
  handOver,
  made,
  note,
  played,
  reply,
  signalsOf,
  threadIn,
} from './inbox-game.ts'

describe('a case that was closed', () => {
  const content = made({
    desks: ['attic'],
    outcomes: ['found', 'lost'],
    endings: ['over'],
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['hello'],
        first: 'talk',
        solvable: true,
        outcomes: { offered: ['found', 'lost'], right: ['found'] },
      },
    ],
    rules: [
      { after: 'close', if: { 'not-said': ['found'] }, says: ['not-so-fast'] },
      { after: 'close', if: { outcome: ['found'] }, says: ['thanks'], ends: 'over' },
    ],
  })

  test('is open again as soon as the customer speaks', () => {
    const state = played(content, [at(1, reply()), at(2, close('found'))], 2)
    expect(threadIn(state)).toMatchObject({ outcome: null, ended: null, lines: ['hello', 'not-so-fast'] })
    expect(allowed(gameOf(content), state, close('found'))).toBeNull()
  })

  test('stays closed with its outcome when the line was their last', () => {
    const acts = [at(1, reply('Your umbrella is here.')), at(2, close('found'))]
    expect(threadIn(played(content, acts, 9))).toMatchObject({
      outcome: 'found',
      ended: 'over',
      lines: ['hello', 'thanks'],
    })
    expect(signalsOf(content, acts, 9).solved).toEqual({ count: 1, of: 1 })
    expect(allowed(gameOf(content), played(content, acts, 9), close('found'))).toBe('conversation-over')
    expect(allowed(gameOf(content), played(content, acts, 9), reply())).toBe('conversation-over')
  })

  test('counts as solved with the right outcome, one reply at least and nobody else’s hands', () => {
    const solved = (acts: Parameters<typeof played>[1]) => signalsOf(content, acts, 9).solved.count
    expect(solved([at(1, close('found'))])).toBe(0)
    expect(solved([at(1, reply('Your umbrella is here.')), at(2, close('lost'))])).toBe(0)
    const found = at(1, reply('Your umbrella is here.'))
    expect(signalsOf(content, [found, at(2, handOver('attic')), at(3, close('found'))], 9)).toMatchObject({
      solved: { count: 0, of: 1 },
      needless: { count: 1, of: 1 },
    })
  })

  test('whose conversation ended by itself can still be given its outcome, once', () => {
    const content = made({
      outcomes: ['found'],
      endings: ['left'],
      threads: [
        {
          id: 'ann',
          channel: 'chat',
          says: ['hello'],
          first: 'talk',
          solvable: true,
          solvedIf: { ending: ['left'] },
          outcomes: { offered: ['found'], right: ['found'] },
        },
      ],
      rules: [{ after: 'reply', says: ['bye'], ends: 'left' }],
    })
    const acts = [at(1, reply()), at(2, close('found'))]
    expect(allowed(gameOf(content), played(content, acts.slice(0, 1), 2), close('found'))).toBeNull()
    expect(signalsOf(content, acts, 2).solved).toEqual({ count: 1, of: 1 })
    expect(allowed(gameOf(content), played(content, acts, 3), close('found'))).toBe('conversation-over')
  })
})

describe('a promise', () => {
  const content = made({
    promises: [30],
    choices: [
      { id: 'tomorrow', promises: { days: 1, by: '12:00' } },
      { id: 'tonight', promises: { days: 0, by: '23:59' } },
    ],
    steps: [
      { id: 'talk', write: true, tools: ['promise'] },
      { id: 'pick', choose: ['tomorrow', 'tonight'] },
    ],
    rules: [
      { after: 'pick', says: ['good'], jump: { days: 1, to: '11:40' }, next: 'talk' },
      { after: 'reply', if: { said: ['found'] }, says: ['when'], next: 'pick' },
    ],
  })
  const promises = (acts: Parameters<typeof played>[1], until = 120) =>
    signalsOf(content, acts, until).promises

  test('is kept by a message before its time, and by one exactly on time', () => {
    expect(promises([at(1, reply('Soon.', 'ann', 30)), at(20, reply())])).toEqual({ count: 1, of: 1 })
    expect(promises([at(1, reply('Soon.', 'ann', 30)), at(31, reply())])).toEqual({ count: 1, of: 1 })
  })

  test('is broken by a moment too much, and by silence', () => {
    expect(promises([at(1, reply('Soon.', 'ann', 30)), at(31.001, reply())])).toEqual({ count: 0, of: 1 })
    expect(promises([at(1, reply('Soon.', 'ann', 30))])).toEqual({ count: 0, of: 1 })
  })

  test('is not kept by the message in which the next one is given too late', () => {
    expect(
      promises([at(1, reply('Soon.', 'ann', 30)), at(40, reply('Soon.', 'ann', 30)), at(50, reply())]),
    ).toEqual({ count: 1, of: 2 })
  })

  test('for tomorrow at noon is kept at twelve by the clock of the case and broken a minute later', () => {
    const before = [at(1, reply('Your umbrella is here.')), at(2, choose('tomorrow'))]
    expect(promises([...before, at(22, reply())])).toEqual({ count: 1, of: 1 })
    expect(promises([...before, at(23, reply())])).toEqual({ count: 0, of: 1 })
  })

  test('for tonight is broken when the next word is written tomorrow', () => {
    expect(
      promises([at(1, reply('Your umbrella is here.')), at(2, choose('tonight')), at(3, reply())]),
    ).toEqual({ count: 0, of: 1 })
  })

  test('counts for nothing where the conversation was over before its time, and stays broken where it was not', () => {
    const ending = made({
      promises: [30],
      endings: ['over'],
      steps: [{ id: 'talk', write: true, tools: ['promise'] }],
      rules: [{ after: 'reply', if: { 'said-now': ['found'] }, says: ['thanks'], ends: 'over' }],
    })
    const counted = (acts: Parameters<typeof played>[1]) => signalsOf(ending, acts, 120).promises
    expect(counted([at(1, reply('Your umbrella is here.', 'ann', 30))])).toEqual({ count: 0, of: 0 })
    const late = [at(1, reply('Soon.', 'ann', 30)), at(40, reply('Your umbrella is here.'))]
    expect(counted(late)).toEqual({ count: 0, of: 1 })
    const kept = [at(1, reply('Soon.', 'ann', 30)), at(20, reply('Your umbrella is here.'))]
    expect(counted(kept)).toEqual({ count: 1, of: 1 })
  })
})

describe('handing over', () => {
  const content = made({
    desks: ['attic', 'cellar'],
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['hello'],
        first: 'talk',
        mustHandOver: { to: ['attic'], says: ['found', 'where'] },
      },
    ],
  })
  const missed = (...acts: Parameters<typeof played>[1]) => signalsOf(content, acts, 5).missed

  test('what must be handed over is missed without it, at the wrong desk, or without what they need to know', () => {
    expect(missed(at(1, reply()))).toEqual({ count: 1, of: 1 })
    expect(missed(at(1, handOver('cellar', 'An umbrella, found. On the shelf.')))).toEqual({
      count: 1,
      of: 1,
    })
    expect(missed(at(1, handOver('attic', 'An umbrella was found.')))).toEqual({ count: 1, of: 1 })
  })

  test('is done with the context in the words that go with it, not in what the customer was told', () => {
    expect(missed(at(1, handOver('attic', 'An umbrella was found. It is on the shelf.')))).toEqual({
      count: 0,
      of: 1,
    })
    expect(
      missed(at(1, reply('Your umbrella is here, on the shelf.')), at(2, handOver('attic', 'See above.'))),
    ).toEqual({ count: 1, of: 1 })
  })

  test('as a choice counts as handed over, to nobody in particular', () => {
    const choosing = made({
      choices: [{ id: 'pass-on', handsOver: true, gives: 50 }],
      steps: [{ id: 'talk', choose: ['pass-on'] }],
      threads: [{ id: 'ann', channel: 'chat', says: ['hello'], first: 'talk', solvable: true }],
      rules: [{ after: 'talk', if: { 'handed-over': true }, says: ['oh'] }],
    })
    expect(threadIn(played(choosing, [at(1, choose('pass-on'))], 1)).lines).toEqual(['hello', 'oh'])
    expect(signalsOf(choosing, [at(1, choose('pass-on'))], 1)).toMatchObject({
      solved: { count: 0, of: 1 },
      needless: { count: 1, of: 1 },
      given: 50,
    })
  })
})

describe('the signals', () => {
  const content = made({
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['hello', 'please'],
        mood: 'angry',
        first: 'talk',
        firstReply: { minutes: 3, says: ['found', 'where'] },
      },
    ],
    endings: ['left'],
    rules: [
      { after: 'reply', if: { said: ['found'] }, says: ['thanks'], mood: 'calm' },
      { after: 'silence', minutes: 30, says: ['bye'], ends: 'left' },
    ],
  })

  test('a first reply is in time when a useful one is, and the first word is timed all the same', () => {
    expect(signalsOf(content, [at(1, reply()), at(3, reply('It is on the shelf.'))], 9)).toMatchObject({
      firstReply: { count: 1, of: 1 },
      firstReplyAfter: 60_000,
    })
    expect(signalsOf(content, [at(1, reply()), at(3.1, reply('It is on the shelf.'))], 9)).toMatchObject({
      firstReply: { count: 0, of: 1 },
    })
    expect(signalsOf(content, [], 9)).toMatchObject({
      firstReply: { count: 0, of: 1 },
      firstReplyAfter: null,
    })
  })

  test('a message is unanswered without any reply after it; the line with which one leaves is not counted', () => {
    expect(signalsOf(content, [], 60).unanswered).toEqual({ count: 2, of: 2 })
    expect(signalsOf(content, [at(1, reply('Your umbrella is here.'))], 60).unanswered).toEqual({
      count: 1,
      of: 3,
    })
    expect(signalsOf(content, [at(1, note())], 60).unanswered).toEqual({ count: 2, of: 2 })
  })

  test('turns to calm are the acts until the first calm mood; a suspicion names its act', () => {
    expect(
      signalsOf(content, [at(1, reply('Silly.')), at(2, reply('Your umbrella is here.'))], 9),
    ).toMatchObject({
      turnsToCalm: 2,
      suspected: [{ code: 'rude', fact: 'rude', act: 0 }],
    })
    expect(signalsOf(content, [at(1, reply())], 9).turnsToCalm).toBeNull()
  })

  test('colleagues’ threads ask for no reply', () => {
    const team = made({ threads: [{ id: 'ann', channel: 'team', says: ['hello'], first: 'talk' }] })
    expect(signalsOf(team, [], 9).unanswered).toEqual({ count: 0, of: 0 })
  })
})

test('what is told to one’s own team is no leak; told to anybody else it is a suspicion', () => {
  const content = made(
    {
      facts: [{ id: 'where', suspect: 'leak' }],
      threads: [
        { id: 'ann', channel: 'chat', says: ['hello'], first: 'talk' },
        { id: 'team', channel: 'team', says: ['hello'], first: 'talk' },
      ],
    },
    { where: { hint: 'Where it lies.', all: ['shelf'] } },
  )
  const suspected = (thread: string) =>
    signalsOf(content, [at(1, reply('On the shelf.', thread))], 2).suspected.map(({ fact }) => fact)
  expect(suspected('team')).toEqual([])
  expect(suspected('ann')).toEqual(['where'])
})
