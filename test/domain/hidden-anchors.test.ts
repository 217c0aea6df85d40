import { expect, test } from 'vitest'
import { answerCode } from '#app/domain/answer-code.ts'
import { seeded } from '#app/domain/bootstrap.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import {
  asCandidates,
  astray,
  codesFrom,
  hiddenDue,
  liveFigures,
  type Measured,
  measure,
  placeHidden,
  type Waiting,
} from '#app/domain/hidden-anchors.ts'
import { readAnswer } from '#app/domain/scenario/body.ts'
import { testLibrary } from '#test/support/context.ts'

test('at most one answer in ten is an anchor, however many come', () => {
  let placed = 0
  for (let asked = 0; asked <= 500; asked++) {
    if (hiddenDue({ asked, placed })) placed++
    expect(placed * 10).toBeLessThanOrEqual(asked + placed)
  }
  expect(placed).toBe(55)
})

const scenarios = ['s01', 's03', 's17', 's19']
const inOrder = (waiting: Waiting[]) =>
  waiting.sort((a, b) => (`${a.scenarioKey} ${a.code}` < `${b.scenarioKey} ${b.code}` ? -1 : 1))

/** A desk of so many answers, by chance. */
function deskOf(seed: number, many: number): Waiting[] {
  const random = seeded(seed)
  const below = (end: number) => Math.floor(random() * end)
  return inOrder(
    Array.from({ length: many }, () => ({
      scenarioKey: scenarios[below(4)] ?? '',
      code: answerCode(below),
      hidden: false,
    })),
  )
}
const anchors = scenarios.flatMap((scenarioKey) =>
  [1, 2, 3].map((n) => ({ id: `${scenarioKey}-${n}`, scenarioKey })),
)

test('no two stand in a row, none is the last, and each lies in a scenario that is there anyway', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const waiting = deskOf(seed, 2 + (seed % 30))
    const there = new Set(waiting.map(({ scenarioKey }) => scenarioKey))
    for (let n = 0; n < 6; n++) {
      const of = { seed: seed * 100 + n, waiting, anchors, codes: codesFrom(seed * 100 + n) }
      const place = placeHidden(of)
      expect(placeHidden({ ...of, anchors: [...anchors].reverse() })).toEqual(place)
      if (!place) break
      const { scenarioKey = '' } = anchors.find(({ id }) => id === place.anchor) ?? {}
      expect(there.has(scenarioKey)).toBe(true)
      waiting.push({ scenarioKey, code: place.code, hidden: true })
      inOrder(waiting)
    }
    const signs = waiting.map(({ hidden }) => (hidden ? 'x' : '.')).join('')
    expect(signs).not.toMatch(/xx|x$/)
    expect(signs).toContain('x')
  }
})

test('where no anchor fits none is laid: a strange scenario, no anchor, an empty desk', () => {
  const codes = codesFrom(7)
  const waiting = deskOf(1, 10).filter(({ scenarioKey }) => scenarioKey !== 's03')
  const only = [{ id: 'a', scenarioKey: 's03' }]
  expect(placeHidden({ seed: 7, waiting, anchors: only, codes })).toBeUndefined()
  expect(placeHidden({ seed: 7, waiting, anchors: [], codes })).toBeUndefined()
  expect(placeHidden({ seed: 7, waiting: [], anchors, codes })).toBeUndefined()
  expect(placeHidden({ seed: 7, waiting, anchors, codes: [] })).toBeUndefined()
})

test('a code of an anchor has the shape of every code, and no letter that could be misread', () => {
  const codes = [1, 2, 3, 4].flatMap(codesFrom)
  expect(codes.length).toBeGreaterThan(150)
  for (const code of codes) expect(code).toMatch(/^C-[2-9A-HJKMNP-Z]{4}$/)
})

test('what the installation wrote becomes a candidate’s answer where one text answers one question', () => {
  const of = (key: string) => {
    const content = testLibrary().scenario(key)?.content
    if (!content) throw new Error(`there is no ${key}`)
    return content
  }
  const words = (...texts: string[]) => ({
    kind: 'words' as const,
    words: texts.map((text) => ({ asked: null, text })),
  })
  const reply = of('s03-first-fifty')
  const writing = of('s17-why-support')
  const page = of('s01-sales-page')
  expect(readAnswer(reply, asCandidates(reply, words('one')))).toMatchObject({ body: { text: 'one' } })
  expect(asCandidates(reply, words('one', 'two'))).toBeUndefined()
  const three = asCandidates(writing, words('one', 'two', 'three'))
  expect(readAnswer(writing, three)).toMatchObject({
    body: { answers: { customer: 'one', fifth: 'two', learned: 'three' } },
  })
  expect(asCandidates(writing, words('one'))).toBeUndefined()
  expect(asCandidates(page, words('one'))).toBeUndefined()
  expect(asCandidates(reply, { kind: 'played', conversations: [] })).toBeUndefined()
})

const measured = (...pairs: [number | null, number][]): Measured[] =>
  pairs.map(([level, reference]) => ({ dimension: 'A1', level, reference }))

test('measured is where the experts gave a level; “not shown” is counted apart and is no level', () => {
  const grade = { noEvidence: false, quotes: [], comment: '', incident: null }
  const draft = {
    ...emptyDraft,
    grades: [
      { ...grade, dimension: 'A1' as const, level: 4 as const },
      { ...grade, dimension: 'A3' as const, level: null, noEvidence: true },
      { ...grade, dimension: 'K3' as const, level: 2 as const },
    ],
  }
  expect(measure(draft, { A1: 3, A3: 2 })).toEqual([
    { dimension: 'A1', level: 4, reference: 3 },
    { dimension: 'A3', level: null, reference: 2 },
  ])
  expect(liveFigures([measured([4, 3], [null, 2]), measured([1, 3], [3, 3])])).toEqual({
    answers: 2,
    n: 3,
    exact: 1,
    adjacent: 2,
    notShown: 1,
    bias: -1 / 3,
  })
  expect(liveFigures([])).toEqual({ answers: 0, n: 0, exact: 0, adjacent: 0, notShown: 0, bias: null })
})

test('the pass ends below 80 % within one level or beyond a lean of .6, over the last ten and not before', () => {
  const good = measured([3, 3])
  const far = (given: number) => measured([given, 3])
  const ten = (...bad: Measured[][]) => [...bad, ...Array.from({ length: 10 - bad.length }, () => good)]
  expect(astray(ten(far(5), far(1)))).toBe(false)
  expect(astray(ten(far(5), far(1), far(5)))).toBe(true)
  // Six tenths of a level is not more than .6.
  expect(astray(ten(...Array.from({ length: 6 }, () => far(4))))).toBe(false)
  expect(astray(ten(...Array.from({ length: 7 }, () => far(4))))).toBe(true)
  expect(astray(ten(...Array.from({ length: 7 }, () => far(2))))).toBe(true)
  expect(astray(Array.from({ length: 9 }, () => far(5)))).toBe(false)
  expect(astray([...ten(), ...Array.from({ length: 20 }, () => far(5))])).toBe(false)
  expect(astray(Array.from({ length: 10 }, () => measured([null, 3])))).toBe(false)
})
