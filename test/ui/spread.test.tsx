import { describe, expect, test } from 'vitest'
import type { Dimension, Level } from '#app/domain/dimensions.ts'
import { Others } from '#app/ui/grading/Others.tsx'
import type { DeskData } from '#app/ui/grading/types.ts'
import { elements, render } from '#test/support/render.tsx'

type Sheet = Partial<Record<Dimension, Level | null>>
const gradesOf = (sheet: Sheet) =>
  Object.entries(sheet).map(([dimension, level]) => ({
    dimension: dimension as Dimension,
    level,
    noEvidence: level === null,
    quotes: [],
    comment: '',
    incident: null,
  }))

/** A revealed desk with the viewer's own sheet first. */
function revealed([own = {}, ...others]: Sheet[]): DeskData {
  const desk: Partial<DeskData> = {
    id: '0190a000-0000-7000-8000-000000000001',
    draft: { grades: gradesOf(own), verdicts: [] },
    criteria: (Object.keys(own) as Dimension[]).map((dimension) => ({
      dimension,
      anchors: { 1: '', 2: '', 3: '', 4: '', 5: '' },
    })),
    others: others.map((sheet, at) => ({ grader: `Grader ${at}`, grades: gradesOf(sheet), verdicts: [] })),
    notes: [
      {
        id: 'n1',
        dimension: 'A1',
        own: false,
        author: 'Grader 0',
        text: 'Read <b>line 2</b> again.',
        at: '2026-11-26T06:41:00Z',
        zone: 'Europe/Tirane',
      },
    ],
  }
  return desk as DeskData
}
const drawn = async (sheets: Sheet[], dimension: Dimension, locale: 'en' | 'ru' | 'sq' = 'en') =>
  (await render(<Others data={revealed(sheets)} dimension={dimension} />, { locale })).replaceAll(
    /<!-- -->/g,
    '',
  )

describe('what the graders of an answer see after the reveal', () => {
  test('each level is a mark on the wire, with no interval that nobody could believe', async () => {
    const markup = await drawn(
      [
        { A1: 4, K3: 4 },
        { A1: 4, K3: 3 },
        { A1: 3, K3: 5 },
      ],
      'A1',
    )
    expect(elements(markup, 'path').map(({ class: kind, d }) => [kind, d?.match(/M/g)?.length])).toEqual([
      ['wire', 6],
      ['bead at3', 1],
      ['bead at4', 2],
    ])
    expect(elements(markup, 'rect')).toHaveLength(0)
    expect(elements(markup, 'svg').find(({ role }) => role === 'img')?.['aria-label']).toBe(
      'Respect. Grades: 3, 4, 4.',
    )
    expect(markup).toContain('3 of 3 pairs of grades lie at most one level apart.')
  })

  test.each<[Sheet[], string]>([
    [[{ A1: 3 }, { A1: 3 }], 'Both gave the same level.'],
    [[{ A1: 3 }, { A1: 4 }], 'The two levels lie 1 apart.'],
    [[{ A1: 1 }, { A1: 4 }], 'The two levels lie 3 apart.'],
    [[{ A1: 2 }, { A1: 4 }, { A1: 4 }], '1 of 3 pairs of grades lie at most one level apart.'],
    [[{ A1: 2 }, { A1: null }], 'Only one level was given here: there is nothing to compare.'],
    [[{ A1: null }, { A1: null }], 'Nobody gave a level here.'],
  ])('%j: %s', async (sheets, words) => {
    expect(await drawn(sheets, 'A1')).toContain(words)
  })

  test('the answer as a whole has n, an interval, and the warning that it is one answer', async () => {
    const sheets: Sheet[] = [
      { A1: 2, A3: 3, K3: 4 },
      { A1: 4, A3: 3, K3: 3 },
    ]
    expect(await drawn(sheets, 'A3')).toContain(
      'On this answer, 2 of 3 criteria have all levels at most one apart: 67%, 95% interval 21% to 94%. One answer is too little',
    )
    for (const locale of ['ru', 'sq'] as const)
      expect(await drawn(sheets, 'A1', locale)).toMatch(/67\s?%.*21\s?%.*94\s?%/)
  })

  test('only levels two apart open the thread, with what was said, as text', async () => {
    const apart = await drawn([{ A1: 2 }, { A1: 4 }], 'A1')
    expect(apart).toContain('Read &lt;b&gt;line 2&lt;/b&gt; again.')
    expect(apart).toContain('26 November, 07:41')
    expect(elements(apart, 'textarea')).toMatchObject([{ id: 'note-A1', maxLength: '2000' }])
    const close = await drawn([{ A1: 3 }, { A1: 4 }], 'A1')
    expect(elements(close, 'textarea')).toEqual([])
    expect(close).not.toContain('line 2')
  })
})
