import { describe, expect, test } from 'vitest'
import { Band } from '#app/ui/Band.tsx'
import { pips } from '#app/ui/pips.ts'
import { elements, render } from '#test/support/render.tsx'

const score = { t: 3.64, low: 2.89, high: 4.39, enough: true }

test('attitude is round: round beads and a bar with round ends', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={score} grades={[2, 3, 3, 4, 4, 5]} />,
  )
  expect(elements(markup, 'circle')).toHaveLength(6)
  expect(elements(markup, 'rect')).toMatchObject([{ class: 'bar', rx: '12' }])
})

test('knowledge is square: square beads and a square bar', async () => {
  const markup = await render(<Band family="knowledge" name="Language" score={score} grades={[4, 4, 5]} />)
  expect(elements(markup, 'circle')).toHaveLength(0)
  const [bar, ...beads] = elements(markup, 'rect')
  expect(bar).not.toHaveProperty('rx')
  expect(beads).toHaveLength(3)
})

test('positions are percentages of the wire from 1 at 2.5 to 5 at 97.5', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={{ t: 3, low: 1, high: 5, enough: true }} grades={[1, 5]} />,
  )
  expect(elements(markup, 'rect')[0]).toMatchObject({ x: '2.5%', width: '95%' })
  expect(elements(markup, 'circle').map(({ cx }) => cx)).toEqual(['2.5%', '97.5%'])
  expect(elements(markup, 'line').find((line) => line.class === 't')).toMatchObject({ x1: '50%', x2: '50%' })
})

test('an awaited grade is a hollow bead and is said', async () => {
  const markup = await render(
    <Band family="attitude" name="Calm" score={score} grades={[3, 4]} awaited={1} />,
  )
  expect(elements(markup, 'circle').filter((bead) => bead.class === 'bead wait')).toHaveLength(1)
  expect(elements(markup, 'svg')[0]?.['aria-label']).toContain('1 grade still awaited')
})

test('a last word is a ringed bead among the grades, which stay, and is said', async () => {
  const markup = await render(
    <Band family="knowledge" name="Diagnosis" score={score} grades={[2, 5, 4]} lastWords={[4]} />,
  )
  const beads = elements(markup, 'rect').filter((one) => one.class?.startsWith('bead'))
  expect(beads.map((bead) => [bead.x, bead.class])).toEqual([
    ['26.25%', 'bead'],
    ['73.75%', 'bead last'],
    ['73.75%', 'bead'],
    ['97.5%', 'bead'],
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
  expect(elements(markup, 'line').find((line) => line.class === 'line')?.x1).toBe('38.13%')
})

test('every face has as many pips as grades, none of them on another, and lies around the middle', () => {
  for (let count = 1; count <= 12; count++) {
    const face = pips(count)
    expect(new Set(face.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
    expect(Math.max(...face.map(({ y }) => Math.abs(y)))).toBeLessThanOrEqual(1)
  }
  expect(pips(0)).toEqual([])
})
