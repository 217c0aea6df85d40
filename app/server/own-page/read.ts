import type { SavedPage } from '#app/domain/own-page.ts'
import { clean } from './clean.ts'
import { pageText } from './decode.ts'
import { fewestParts, markedParts } from './parts.ts'

/** The largest file that is read. */
export const pageLimit = 3_000_000

export type PageIssue = 'no-file' | 'too-big' | 'not-a-page' | 'too-much' | 'too-little'
export type PageRead = { page: SavedPage } | { issue: PageIssue }

/** Where a page has no look of its own it is plain black on white; a box stands for what was not brought along. */
const ground = `* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #222; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
img { max-width: 100%; height: auto; }
a { color: #0b57d0; text-decoration: underline; }
table { border-collapse: collapse; }
.field { display: inline-block; min-width: 9em; min-height: 2.2em; border: 1px solid #8a8a8a; border-radius: 3px; padding: .3em .6em; background: #fff; color: #666; }
.box { display: inline-block; min-width: 7em; min-height: 4.5em; padding: .7em; background: #dcdcdc; color: #555; font-size: 13px; }`

const looksLikeAPage = /<(?:!doctype html|html|head|body|div|p|h[1-6]|table|section|main|article|ul|form)\b/i

/** Mail archives of pages, documents and packed files that a page may be hidden in. */
const other = /^(?:From: <Saved by|MIME-Version:|%PDF-|PK|.?PNG|GIF8|RIFF)/i

/** The name of the file without its path and its ending. */
function nameOf(file: string): string {
  const last = file.split(/[\\/]/).at(-1) ?? ''
  return last
    .replace(/\.x?html?$/i, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '')
    .slice(0, 120)
}

/** A saved page → what a candidate may be shown of it: inert, complete in itself, with every part named. */
export function readPage(file: { name: string; bytes: Uint8Array }): PageRead {
  if (file.bytes.byteLength === 0) return { issue: 'no-file' }
  if (file.bytes.byteLength > pageLimit) return { issue: 'too-big' }
  const text = pageText(file.bytes)
  if (!looksLikeAPage.test(text) || other.test(text.trimStart())) return { issue: 'not-a-page' }
  const cleaned = clean(text)
  if (!cleaned) return { issue: 'too-much' }
  const { body, rootClass, parts, cut } = markedParts(cleaned.html)
  if (parts.length < fewestParts) return { issue: 'too-little' }
  const lang = cleaned.lang === '' ? '' : ` lang="${cleaned.lang}"`
  const template = `<!doctype html>
<html${lang}>
<head>
<title>.</title>
<style>
${ground}
${cleaned.sheet}
</style>
</head>
<body${rootClass === '' ? '' : ` class="${rootClass}"`}>
${body}
</body>
</html>
`
  return { page: { name: nameOf(file.name), lang: cleaned.lang, template, parts, boxes: cleaned.boxes, cut } }
}
