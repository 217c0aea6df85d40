import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import { hiddenSign } from '#app/domain/hidden-sign.ts'
import { type DeskAct, type DeskFrame, desk, nextUngraded, openDesk } from '#app/ui/grading/desk-state.ts'
import { meaning } from '#app/ui/grading/keys.ts'
import { allSentences, stretches } from '#app/ui/grading/pieces.ts'

const frame: DeskFrame = {
  dimensions: ['A1', 'A3', 'K3'],
  sentences: [
    { start: 0, end: 5 },
    { start: 6, end: 9 },
  ],
  findings: [
    {
      finding: 'f1',
      matches: [
        { id: 'D03', kind: 'defect' },
        { id: 'D11', kind: 'defect' },
      ],
    },
    { finding: 'f2', matches: [{ id: 'X1', kind: 'decoy' }] },
    { finding: 'f3', matches: [] },
  ],
}
const having = (...acts: DeskAct[]) =>
  acts.reduce((state, act) => desk(frame, state, act), openDesk(emptyDraft, frame))

describe('the desk', () => {
  test('a level takes the place of "not shown", and the other way round', () => {
    expect(
      having({ type: 'choose', choice: 'ne' }, { type: 'choose', choice: 4 }).draft.grades,
    ).toMatchObject([{ dimension: 'A1', level: 4, noEvidence: false }])
    expect(
      having({ type: 'choose', choice: 4 }, { type: 'choose', choice: 'ne' }).draft.grades,
    ).toMatchObject([{ level: null, noEvidence: true }])
  })

  test('the same place marked twice is marked no more', () => {
    const place = { start: 0, end: 5 }
    expect(having({ type: 'quote', place }).draft.grades[0]?.quotes).toEqual([place])
    expect(having({ type: 'quote', place }, { type: 'quote', place }).draft.grades[0]?.quotes).toEqual([])
  })

  test('undo goes back one step at a time, to the very beginning', () => {
    const steps: DeskAct[] = [
      { type: 'choose', choice: 4 },
      { type: 'quote', place: { start: 0, end: 5 } },
      { type: 'comment', text: 'x' },
    ]
    const undo: DeskAct = { type: 'undo' }
    expect(having(...steps, undo).draft).toEqual(having(...steps.slice(0, 2)).draft)
    expect(having(...steps, undo, undo, undo, undo).draft).toEqual(emptyDraft)
  })

  test('the sentence under the cursor stays within the answer', () => {
    const on: DeskAct = { type: 'sentence', by: 1 }
    const back: DeskAct = { type: 'sentence', by: -1 }
    expect(
      [having(on), having(on, on, on), having(on, on, back, back, back), having(back)].map(
        ({ sentence }) => sentence,
      ),
    ).toEqual([0, 1, 0, 1])
  })

  test('confirming goes through the suggestions, and a decoy confirmed is a wrong claim', () => {
    const confirm: DeskAct = { type: 'confirm' }
    expect(having(confirm).draft.verdicts).toEqual([{ finding: 'f1', verdict: 'planted', defect: 'D03' }])
    expect(having(confirm, confirm).draft.verdicts[0]?.defect).toBe('D11')
    expect(having(confirm, confirm, confirm).draft.verdicts[0]?.defect).toBe('D03')
    const second: DeskAct = { type: 'finding', to: 1 }
    expect(having(second, confirm).draft.verdicts).toEqual([
      { finding: 'f2', verdict: 'wrong', defect: null },
    ])
    expect(having({ type: 'finding', to: 2 }, confirm).draft).toEqual(emptyDraft)
    expect(having({ type: 'finding', to: 3 }).finding).toBe(0)
  })

  test('the next criterion without a grade is found all the way round', () => {
    const { draft } = having({ type: 'dimension', to: 'K3' }, { type: 'choose', choice: 3 })
    expect(nextUngraded(draft, frame.dimensions, 'A3')).toBe('A1')
    expect(nextUngraded(draft, frame.dimensions, 'A1')).toBe('A3')
  })
})

describe('a key means', () => {
  const press = (key: string, code = '', more = {}) =>
    meaning({
      key,
      code,
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      isComposing: false,
      ...more,
    })

  test.each([
    ['4', 'Digit4', { act: 'level', level: 4 }],
    ['0', 'Numpad0', { act: 'none' }],
    ['6', 'Digit6', undefined],
    ['j', 'KeyJ', { act: 'nextAnswer' }],
    ['о', 'KeyJ', { act: 'nextAnswer' }],
    ['х', 'BracketLeft', { act: 'previousSentence' }],
    ['ç', 'BracketLeft', { act: 'previousSentence' }],
    ['z', 'KeyY', { act: 'undo' }],
    ['y', 'KeyZ', { act: 'confirm' }],
    ['?', 'Slash', { act: 'map' }],
    [' ', 'Space', { act: 'mark' }],
    ['q', 'KeyQ', undefined],
  ])('%s (%s)', (key, code, found) => {
    expect(press(key, code)).toEqual(found)
  })

  test('nothing together with Ctrl, Cmd or while a letter is composed', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { isComposing: true }, { altKey: true }])
      expect(press('c', 'KeyC', more)).toBeUndefined()
    expect(press('F', 'KeyF', { shiftKey: true })).toEqual({ act: 'previousFinding' })
    expect(press('C', 'KeyC', { shiftKey: true })).toBeUndefined()
    expect(press('[', 'Digit8', { altKey: true })).toEqual({ act: 'previousSentence' })
  })
})

describe('the drawn answer', () => {
  test('is cut at sentences, quotes and hidden names, and loses nothing', () => {
    const passage = { text: `One. My name is ${hiddenSign.repeat(4)}, two.`, start: 10 }
    const all = allSentences([passage])
    const drawn = stretches(passage, all, [{ start: 12, end: 20 }]).flatMap(({ pieces }) => pieces)
    expect(drawn.map(({ text }) => text).join('')).toBe(passage.text)
    expect(drawn.filter(({ quoted }) => quoted).map(({ text }) => text)).toEqual(['e.', ' ', 'My na'])
    expect(drawn.filter(({ hidden }) => hidden)).toMatchObject([{ start: 26, end: 30 }])
  })

  test('whatever was written and wherever it is marked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'б', '. ', '! ', '\n', hiddenSign), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.nat(70), fc.nat(20), (written, start, length) => {
        const passage = { text: written, start: 5 }
        const drawn = stretches(passage, allSentences([passage]), [{ start, end: start + length + 1 }])
        const pieces = drawn.flatMap((one) => one.pieces)
        expect(pieces.map((piece) => piece.text).join('')).toBe(written)
        for (const piece of pieces) expect(written.slice(piece.start - 5, piece.end - 5)).toBe(piece.text)
      }),
    )
  })
})
