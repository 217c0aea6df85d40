/** A piece of a text: UTF-16 offsets, `end` exclusive, as `slice` takes them. */
export type Span = { start: number; end: number }

// Abbreviations after which a sentence goes on, whatever follows; English, Russian and Albanian together.
const neverLast = new Set(
  `e.g. i.e. mr. mrs. ms. dr. prof. st. vs. no. fig. cf. approx.
   т. е. т.е. т.к. см. ср. напр. им. ул. пр. стр. рис. тел. доб. проф. гр.
   p.sh. p. dmth. d.m.th. z. znj. zj. nr. tel. shih. krh. fq. rr.`.split(/\s+/),
)

const ender = /[.!?…]+["”“»’')\]]*(?=\s|$)/gu

/** Does the piece that ends here also end a sentence, seen what is before and after it? */
function ends(before: string, mark: string, after: string): boolean {
  const next = after.trimStart()
  if (next === '') return true
  // «Когда?» — спросил он: what goes on in lower case, dash or not, is the same sentence.
  if (/^(?:[-–—]\s*)?\p{Ll}/u.test(next)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const word = `${/[^\s("«“„[]*$/u.exec(before)?.[0] ?? ''}.`
  const initial = /^\p{Lu}\.$/u.test(word) && /^\p{Lu}/u.test(next)
  const numbered = /^\d{1,2}\.$/u.test(word) && /(?:^|\n)[^\S\n]*\d+$/u.test(before)
  // «2025 г. Потом»: after a number the year ends a sentence, «г. Тирана» does not.
  const town = word === 'г.' && !/\d\s*г$/u.test(before)
  return !(initial || numbered || town || neverLast.has(word.toLowerCase()))
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  const to = start + piece.trimEnd().length
  return from < to ? { start: from, end: to } : undefined
}

/**
 * The sentences of a text in order, without the white space around them; every other character is in exactly one. A
 * line break always ends a sentence. Works for English, Russian and Albanian and needs no data of the platform, so
 * that the same text gives the same offsets everywhere.
 */
export function sentences(text: string): Span[] {
  const spans: (Span | undefined)[] = []
  let offset = 0
  for (const row of text.split('\n')) {
    const rowEnd = offset + row.length
    let start = offset
    for (const found of row.matchAll(ender)) {
      const at = offset + found.index
      const end = at + found[0].length
      if (!ends(text.slice(start, at), found[0], text.slice(end, rowEnd))) continue
      spans.push(trimmed(text, start, end))
      start = end
    }
    spans.push(trimmed(text, start, rowEnd))
    offset = rowEnd + 1
  }
  return spans.filter((span) => span !== undefined)
}
