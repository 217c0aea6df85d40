import { describe, expect, test } from 'vitest'
import { Band } from '#app/ui/Band.tsx'
import { pips } from '#app/ui/pips.ts'
import { elements, render } from '#test/support/render.tsx'

/** The drawings of grades: where each lies, of which kind, and how many beads of it. */
const beadsIn = (markup: string) =>
  elements(markup, 'path').flatMap(({ class: kind, d = '' }) =>
    kind?.startsWith('bead') ? [[kind, d.match(/M/g)?.length]] : [],
  )
const score = { t: 3.64, low: 2.89, high: 4.39, enough: true }

test('attitude is round: round beads and a bar with round ends', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={score} grades={[2, 3, 3, 4, 4, 5]} />,
  )
  expect(beadsIn(markup)).toEqual([
    ['bead at2', 1],
    ['bead at3', 2],
    ['bead at4', 2],
    ['bead at5', 1],
  ])
  expect(elements(markup, 'path').at(-1)?.d).toBe('M-4 0a4 4 0 0 0 8 0a4 4 0 0 0-8 0z')
  expect(elements(markup, 'rect')).toMatchObject([{ class: 'bar', rx: '12' }])
})

test('knowledge is square: square beads and a square bar', async () => {
  const markup = await render(<Band family="knowledge" name="Language" score={score} grades={[4, 4, 5]} />)
  expect(elements(markup, 'rect')).toHaveLength(1)
  expect(elements(markup, 'rect')[0]).not.toHaveProperty('rx')
  expect(beadsIn(markup)).toEqual([
    ['bead at4', 2],
    ['bead at5', 1],
  ])
  expect(elements(markup, 'path').at(-1)?.d).toBe('M-3.6 -3.6h7.2v7.2h-7.2z')
})

test('positions are percentages of the wire from 1 at 2.5 to 5 at 97.5', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={{ t: 3, low: 1, high: 5, enough: true }} grades={[1, 5]} />,
  )
  expect(elements(markup, 'rect')[0]).toMatchObject({ x: '2.5%', width: '95%' })
  expect(beadsIn(markup).map(([kind]) => kind)).toEqual(['bead at1', 'bead at5'])
  expect(elements(markup, 'svg')[1]).toMatchObject({ viewBox: '0 0 100 40', preserveAspectRatio: 'none' })
  expect(elements(markup, 'path').find((path) => path.class === 't')?.d).toBe('M50 4v32')
})

test('an awaited grade is a hollow bead and is said', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={score} grades={[3, 4]} awaited={1} />,
  )
  expect(beadsIn(markup)).toContainEqual(['bead at4 wait', 1])
  expect(elements(markup, 'svg')[0]?.['aria-label']).toContain('1 grade still awaited')
})

test('a last word is a ringed bead among the grades, which stay, and is said', async () => {
  const markup = await render(
    <Band family="knowledge" name="Diagnosis" score={score} grades={[2, 5, 4]} lastWords={[4]} />,
  )
  expect(beadsIn(markup)).toEqual([
    ['bead at2', 1],
    ['bead at4 last', 1],
    ['bead at4', 1],
    ['bead at5', 1],
  ])
  expect(elements(markup, 'svg')[0]?.['aria-label']).toContain('Grades: 2, 4, 5. Last word: 4.')
})

describe('not enough evidence', () => {
  const none = { enough: false }
  test('is a wire with the words, without bar, notch or beads', async () => {
    const markup = await render(<Band family="knowledge" name="Diagnosis" score={none} grades={[3]} />)
    expect(elements(markup, 'svg')[0]).toMatchObject({
      class: 'band knowledge none',
      'aria-label': 'Diagnosis: not enough evidence.',
    })
    expect(elements(markup, 'rect')).toHaveLength(0)
    expect(elements(markup, 'path').map((path) => path.class)).toEqual(['wire'])
    expect(markup).toContain('Not enough evidence')
  })

  test.each([
    ['ru', 'Данных недостаточно'],
    ['sq', 'Të dhëna të pamjaftueshme'],
  ] as const)('is said in %s', async (locale, words) => {
    expect(await render(<Band family="attitude" name="x" score={none} />, { locale })).toContain(words)
  })
})

test('those who hear the band hear everything it shows, in the figures of their language', async () => {
  const markup = await render(
    <Band family="attitude" name="Выдержка" score={score} grades={[4, 2, 3]} attention={2.5} />,
    { locale: 'ru' },
  )
  expect(elements(markup, 'svg')[0]).toMatchObject({
    role: 'img',
    'aria-label': 'Выдержка: 3,6, диапазон от 2,9 до 4,4. Оценки: 2, 3, 4. Порог внимания: 2,5.',
  })
  expect(elements(markup, 'path').find((path) => path.class === 'line')?.d).toBe('M38.13 0v40')
})

test('every face has as many pips as grades, none of them on another, and lies around the middle', () => {
  for (let count = 1; count <= 12; count++) {
    const face = pips(count)
    expect(new Set(face.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
    expect(Math.max(...face.map(({ y }) => Math.abs(y)))).toBeLessThanOrEqual(1)
  }
  expect(pips(0)).toEqual([])
})
