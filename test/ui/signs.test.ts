import { expect, test } from 'vitest'
import type { SignBatch } from '#app/domain/signs.ts'
import { SignBook } from '#app/ui/attempt/signs.ts'

function book(arrives: boolean[] = []) {
  const sent: SignBatch[] = []
  const clock = { now: 0 }
  let ids = 0
  const one = new SignBook('answer', {
    now: () => clock.now,
    newId: () => `batch-${++ids}`,
    send: async (batch) => {
      sent.push(batch)
      return arrives.shift() ?? true
    },
  })
  return { one, sent, clock }
}

test('pasting and leaving the window are noted with their length, and when by the time that has passed since', async () => {
  const { one, sent, clock } = book()
  clock.now = 1000
  one.pasted(420)
  one.away()
  clock.now = 31_000
  one.back()
  clock.now = 40_000
  await one.flush()
  expect(sent).toEqual([
    {
      batch: 'batch-1',
      answer: 'answer',
      signs: [
        { kind: 'paste', chars: 420, ago: 39_000 },
        { kind: 'left', seconds: 30, ago: 39_000 },
      ],
    },
  ])
})

test('a glance away is not leaving, and coming back twice is coming back', async () => {
  const { one, sent, clock } = book()
  one.away()
  clock.now = 1999
  one.back()
  one.back()
  await one.flush()
  expect(sent).toEqual([])
})

test('the first key is noted once, and typing is told as a sum', async () => {
  const { one, sent, clock } = book()
  one.typed(1)
  one.typed(1)
  clock.now = 15_000
  await one.flush({ beat: true })
  one.typed(40)
  clock.now = 30_000
  await one.flush({ beat: true })
  clock.now = 75_000
  await one.flush({ beat: true })
  expect(sent.map(({ signs }) => signs)).toEqual([
    [
      { kind: 'first-key', ago: 15_000 },
      { kind: 'typed', chars: 2, ago: 0 },
    ],
    [],
    [{ kind: 'typed', chars: 40, ago: 0 }],
  ])
})

test('what did not arrive goes again under the same name before anything new', async () => {
  const { one, sent } = book([false, true, true])
  one.pasted(300)
  await one.flush()
  one.pasted(50)
  await one.flush()
  await one.flush()
  expect(sent.map(({ batch, signs }) => [batch, signs.map((sign) => 'chars' in sign && sign.chars)])).toEqual(
    [
      ['batch-1', [300]],
      ['batch-1', [300]],
      ['batch-2', [50]],
    ],
  )
})

test('a page that goes sends what it has, also how long it was out of sight', async () => {
  const { one, sent, clock } = book()
  one.typed(12)
  one.away()
  clock.now = 5000
  await one.flush({ leaving: true })
  expect(sent.flatMap(({ signs }) => signs.map(({ kind }) => kind))).toEqual(['first-key', 'left', 'typed'])
})

test('nothing to tell is nothing sent, and a beat says only that the page is open', async () => {
  const { one, sent } = book()
  await one.flush()
  await one.flush({ beat: true })
  expect(sent).toEqual([{ batch: 'batch-1', answer: 'answer', signs: [] }])
})
