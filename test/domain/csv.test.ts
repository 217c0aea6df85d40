import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv } from '#app/domain/csv.ts'

test.each([
  '=cmd',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '\u00a0=1',
])('a text that a spreadsheet would calculate is kept as text: %j', (text) => {
  const [, line = ''] = /^\uFEFF([\s\S]*)\r\n$/.exec(csv([[text]])) ?? []
  expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
})

test('figures stand as they are, also below 0; what is not known is empty', () => {
  expect(csv([['Ana', -0.25, 3, null, undefined, Number.NaN]])).toBe('\uFEFFAna,-0.25,3,,,\r\n')
})

test('commas, quotes and line ends are quoted', () => {
  expect(csv([['a,b', 'say "no"', 'two\nlines', 'plain']])).toBe(
    '\uFEFF"a,b","say ""no""","two\nlines",plain\r\n',
  )
})

/** Reads RFC 4180 back. */
function read(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false]
  for (let at = 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quoted && char === '"' && text[at + 1] === '"') cell += text[++at]
    else if (char === '"') quoted = !quoted
    else if (!quoted && char === ',') {
      row.push(cell)
      cell = ''
    } else if (!quoted && char === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      ;[row, cell] = [[], '']
      at++
    } else cell += char
  }
  return rows
}

test('every text comes back, with at most an apostrophe before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const back = read(csv(rows))
        expect(back.length).toBe(rows.length)
        rows.forEach((row, y) => {
          row.forEach((text, x) => {
            expect([text, `'${text}`]).toContain(back[y]?.[x])
          })
        })
      },
    ),
  )
})
