/**
 * A table as RFC 4180 writes it, with a byte order mark so that spreadsheets read Cyrillic. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it (SAFETY A43; ASVS 1.2.10); figures stand as they are.
 */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

// Also fullwidth signs, and signs behind spaces, tabs or line ends, which spreadsheets skip.
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
