import { expect, test } from 'vitest'
import { inReplayOrder, replayOf } from '#app/domain/desk-replay.ts'
import type { InboxBody } from '#app/domain/scenario/body.ts'
import { passages } from '#app/domain/scenario/body.ts'
import { at, close, made, reply } from './inbox-game.ts'

const content = made({
  desks: ['second-line'],
  outcomes: ['done'],
  steps: [{ id: 'talk', write: true, tools: ['note', 'tag', 'promise', 'hand-over', 'close'] }],
  threads: [
    {
      id: 'ann',
      channel: 'chat',
      says: ['hello'],
      mood: 'angry',
      first: 'talk',
      outcomes: { offered: ['done'], right: ['done'] },
    },
    { id: 'bob', channel: 'email', says: ['letter'], first: 'talk' },
    { id: 'eve', channel: 'email', arrives: { minutes: 40 }, says: ['late'], first: 'talk' },
  ],
  rules: [
    {
      after: 'reply',
      in: ['ann'],
      if: { said: ['found'] },
      says: ['thanks'],
      mood: 'grateful',
      ends: 'happy',
    },
  ],
  endings: ['happy'],
})
const body: InboxBody = {
  acts: [
    at(1, reply('Dear Bob, a moment.', 'bob', 10)),
    at(2, reply('Ann, the umbrella is here. Silly weather.')),
    at(3, { do: 'hand-over', thread: 'bob', to: 'second-line', text: 'Bob waits since nine.' }),
    at(4, { do: 'note', thread: 'bob', text: 'He called twice.' }),
    at(5, close('done')),
    at(6, { do: 'report', article: 'umbrellas', text: 'Paragraph two is old.' }),
  ],
  until: 8 * 60_000,
  drafts: { ann: 'One more thing', 'note-bob': 'ask about', 'report-umbrellas': 'and also' },
}
const written = passages(content, { kind: 'inbox', body })
const replay = replayOf(content, 'en', '1', body, written)

test('each conversation stands whole, with the clock of the case, and those that never came are not there', () => {
  expect(replay.threads.map(({ id, lines }) => [id, lines.map(({ by, clock }) => `${clock} ${by}`)])).toEqual(
    [
      ['ann', ['09:00 customer', '09:02 reply', '09:02 customer', '09:05 closing']],
      ['bob', ['09:00 customer', '09:01 reply', '09:03 hand-over', '09:04 note']],
    ],
  )
})

test('none of the candidate’s words is in the replay itself: they are passages, whose names are hidden', () => {
  const text = JSON.stringify(replay)
  for (const word of ['moment', 'umbrella is', 'since nine', 'twice', 'Paragraph', 'One more'])
    expect(text).not.toContain(word)
})

test('a promise says until when, a hand-over to whom', () => {
  const [, bob] = replay.threads
  expect(bob?.lines[1]).toMatchObject({ promise: '09:11', to: null })
  expect(bob?.lines[2]).toMatchObject({ promise: null })
})

test('sentences are walked as they stand on the page: by conversation, then reports, then what was not sent', () => {
  const order = inReplayOrder(replay, written).map(({ field, of }) => `${field} ${of}`)
  expect(order).toEqual([
    'reply ann',
    'reply bob',
    'hand-over bob',
    'note bob',
    'report umbrellas',
    'draft ann',
    'draft note-bob',
    'draft report-umbrellas',
  ])
})

test('what was not sent says what it was to be', () => {
  expect(replay.drafts.map(({ what, who }) => [what, who])).toEqual([
    ['reply', 'ann'],
    ['note', 'bob'],
    ['report', 'umbrellas'],
  ])
})

test('facts are named with the replies that hold them; a suspicion is not among them', () => {
  expect(replay.facts).toEqual([
    { id: 'found', said: [{ thread: 'ann', clock: '09:02' }] },
    { id: 'where', said: [] },
  ])
})

test('no mood, no name of a line and no ending is in it', () => {
  const text = JSON.stringify(replay)
  for (const word of ['angry', 'grateful', 'happy', 'mood', '"line"']) expect(text).not.toContain(word)
})
