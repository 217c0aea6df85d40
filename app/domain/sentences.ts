/** A piece of a text: UTF-16 offsets, `end` exclusive, as `slice` takes them. */
export type Span = { start: number; end: number }

// Abbreviations after which a sentence goes on, whatever follows; English, Russian and Albanian together.
const neverLast = new Set(
  `e.g. i.e. mr. mrs. ms. dr. prof. st. vs. no. fig. cf. approx.
   т. е. т.е. т.к. см. ср. напр. им. ул. пр. стр. рис. тел. доб. проф. гр.
   p.sh. p. dmth. d.m.th. z. znj. zj. nr. tel. shih. krh. fq. rr.`.split(/\s+/),
)

// Those that may well stand at a sentence's end: it goes on only in lower case or with a number.
const sometimesLast = new Set(
  `etc. inc. ltd. a.m. p.m. min. max. hrs.
   д. п. г. гг. руб. коп. тыс. млн. млрд. чел. шт. мин. сек. ч. др.
   etj. lek. min. orë. vj.`.split(/\s+/),
)

const ender = /(?<![.!?…])[.!?…]+["”“»’')\]]*(?=\s|$)/gu

/** Does the piece that ends here also end a sentence, seen what is before and after it? */
function ends(before: string, mark: string, after: string): boolean {
  const next = after.trimStart()
  if (next === '') return true
  const lower = /^\p{Ll}/u.test(next)
  // «Когда?» — спросил он; "Why?" she asked; Well… then: the same sentence goes on.
  if (/^[-–—]\s*\p{Ll}/u.test(next) || (lower && !/^(?:\.|[!?]+)$/.test(mark))) return false
  if (mark !== '.') return true

  // Abbreviations are short; looking no further back keeps a text without spaces cheap.
  const tail = before.slice(-12)
  const word = `${/[^\s("«“„[]*$/u.exec(tail)?.[0] ?? ''}.`
  const initial = /^\p{Lu}\.$/u.test(word) && /^\p{Lu}/u.test(next)
  const numbered = /^\d{1,2}\.$/.test(word) && before.trim() === word.slice(0, -1)
  // «2025 г. Потом»: after a number the year ends a sentence, «г. Тирана» does not.
  const town = word === 'г.' && !/\d\s*г$/u.test(tail)
  if (initial || numbered || town || neverLast.has(word.toLowerCase())) return false
  return !(sometimesLast.has(word.toLowerCase()) && (lower || /^\d/.test(next)))
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
