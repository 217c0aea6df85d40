import { expect, test } from 'vitest'
import { playExample } from '#app/domain/scenario/inbox/examples.ts'
import { made } from './inbox-game.ts'

const content = made({
  rules: [
    { after: 'time', minutes: 5, says: ['later'], jump: { days: 0, to: '09:25' } },
    { after: 'reply', says: ['thanks'] },
  ],
})
const shown = (at: string, until?: string) => {
  const { state, transcript } = playExample(content, 'en', {
    draw: {},
    acts: [{ at, reply: 'Good morning.' }],
    ...(until !== undefined && { until }),
  })
  const minutes = (ms = 0) => ms / 60_000 - 9 * 60
  return {
    own: (transcript[0]?.at ?? 0) / 60_000,
    said: minutes(state.threads[0]?.entries.find(({ by }) => by === 'agent')?.shown),
    left: minutes(state.at + state.offset),
  }
}

test('the times of a sample transcript are those of the clock, also where it has gone on by itself', () => {
  expect(shown('09:03')).toMatchObject({ own: 3, said: 3 })
  expect(shown('09:26')).toMatchObject({ own: 6, said: 26 })
})

test('a time that the clock passes over is the moment after', () => {
  expect(shown('09:10')).toMatchObject({ own: 5, said: 25 })
})

test('a candidate stays until the clock shows so', () => {
  expect(shown('09:03', '09:27')).toMatchObject({ own: 3, said: 3, left: 27 })
})
