import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice, everything, expectLawful, walk, wander } from '../scenarios/inbox-walk.ts'
import { gameOf, made } from './inbox-game.ts'

const busy = made({
  choices: [{ id: 'shelf' }, { id: 'gone', silent: true }],
  tags: ['urgent'],
  desks: ['lost-property'],
  outcomes: ['found', 'not-found'],
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
      mood: 'cross',
      first: 'talk',
      outcomes: { offered: ['found', 'not-found'], right: ['found'] },
    },
    { id: 'ben', channel: 'email', arrives: { minutes: 4, after: 'ann' }, says: ['me-too'], first: 'talk' },
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
    { after: 'reply', if: { said: ['found'] }, says: ['where'], mood: 'calm', next: 'pick' },
    { after: 'reply', says: ['well'] },
    { after: 'pick', if: { choice: { pick: ['shelf'] } }, says: ['thanks'], ends: 'happy' },
    { after: 'pick', says: ['rude'], next: 'talk', jump: { days: 1, to: '10:00' } },
    { after: 'close', ends: 'happy' },
  ],
})

test('whatever is done, in whatever order, the case goes on by its rules', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expectLawful(walk(gameOf(busy), { replies: ['Hm.', 'The umbrella is here.', 'Silly.'] }, dice(seed)))
    }),
    { numRuns: 200 },
  )
})

test('those who wander through a case hear every line of it and come to every ending', () => {
  const reached = wander(busy, 'en', { replies: ['Hm.', 'The umbrella is here.'] })
  expect(everything(busy).lines).toEqual([
    'anybody',
    'bye',
    'hello',
    'me-too',
    'rude',
    'thanks',
    'well',
    'where',
  ])
  expect(reached.missing()).toEqual({ lines: [], endings: [] })
})
