import { z } from 'zod'
import type { Locale } from './locale.ts'
import { dimension, id, locale } from './scenario/common.ts'
import { optionalParagraph } from './text.ts'

/** What a part of a brought page is; its name in the list is made of it: "Paragraph 3". */
export const partKinds = ['heading', 'text', 'item', 'row', 'picture', 'button', 'field', 'group'] as const
export type PartKind = (typeof partKinds)[number]

/** A company's own page after cleaning: the template of its frame, and every part with its words in document order. */
export const savedPage = z.strictObject({
  name: z.string(),
  lang: z.string(),
  template: z.string(),
  parts: z.array(
    z.strictObject({
      id,
      kind: z.enum(partKinds),
      number: z.number().int(),
      words: z.record(id, z.string()),
    }),
  ),
  /** Pictures that a grey box stands for; whether the page went on after its last part. */
  boxes: z.number().int(),
  cut: z.boolean(),
})
export type SavedPage = z.infer<typeof savedPage>
export type PagePart = SavedPage['parts'][number]

/** As in S01: a page review shows these, and people grade them. */
export const pageDimensions = ['K4', 'K1', 'K2', 'K3', 'A4'] as const
export const fewestDefects = 3
export const mostDefects = 40
export const mostDecoys = 20

const words = optionalParagraph(2000)
export const taskTexts = z.strictObject({
  title: optionalParagraph(120),
  question: optionalParagraph(500),
  brief: optionalParagraph(4000),
})
export type TaskTexts = z.infer<typeof taskTexts>
const defect = z.strictObject({
  id: z.string().regex(/^D\d\d$/),
  weight: z.number().int().min(1).max(3),
  parts: z.array(id).max(60),
  wrong: words,
  costs: words,
  good: words,
  partly: words,
})
const decoy = z.strictObject({
  id: z.string().regex(/^X\d\d$/),
  part: id,
  looks: words,
  right: words,
  claim: words,
})

/** What the manager writes over the page. Anything may be empty until it is to be used. */
export const pageMarks = z.strictObject({
  /** The language of the marks, and of every text that has no translation. */
  writtenIn: locale,
  minutes: z.number().int().min(5).max(60),
  dimensions: z.array(dimension.extract([...pageDimensions])).max(5),
  texts: z.record(locale, taskTexts),
  /** A line for each thing that a still page cannot show: "Links: 9 checked, one is dead". */
  measured: optionalParagraph(4000),
  defects: z.array(defect).max(mostDefects),
  decoys: z.array(decoy).max(mostDecoys),
})
export type PageMarks = z.infer<typeof pageMarks>

export const ownPageDraft = z.strictObject({ page: savedPage, marks: pageMarks })
export type OwnPageDraft = z.infer<typeof ownPageDraft>

const noTexts: TaskTexts = { title: '', question: '', brief: '' }
export function freshMarks(writtenIn: Locale): PageMarks {
  return {
    writtenIn,
    minutes: 25,
    dimensions: [...pageDimensions],
    texts: { en: noTexts, ru: noTexts, sq: noTexts },
    measured: '',
    defects: [],
    decoys: [],
  }
}

const said = (text: string) => text.trim() !== ''
const all = (texts: TaskTexts) => Object.values(texts).every(said)
export const isBlankText = (texts: TaskTexts) => !Object.values(texts).some(said)

export const sumOfWeights = ({ defects }: Pick<PageMarks, 'defects'>) =>
  defects.reduce((sum, { weight }) => sum + weight, 0)

export type Lacking =
  | { code: 'texts' | 'half-translated'; locale: Locale }
  | { code: 'dimensions' | 'measured' | 'few-defects' }
  | { code: 'defect' | 'decoy'; id: string }

/** What is missing before candidates can be given it; empty where it is complete. */
export function lacking(marks: PageMarks, page: { parts: readonly { id: string }[] }): Lacking[] {
  const known = (part: string) => page.parts.some(({ id: own }) => own === part)
  const found: Lacking[] = []
  if (!all(marks.texts[marks.writtenIn])) found.push({ code: 'texts', locale: marks.writtenIn })
  for (const [code, texts] of Object.entries(marks.texts) as [Locale, TaskTexts][])
    if (code !== marks.writtenIn && !all(texts) && !isBlankText(texts))
      found.push({ code: 'half-translated', locale: code })
  if (marks.dimensions.length === 0) found.push({ code: 'dimensions' })
  if (measuredRows(marks.measured) === null) found.push({ code: 'measured' })
  if (marks.defects.length < fewestDefects) found.push({ code: 'few-defects' })
  for (const { id: own, parts, wrong, costs, good, partly } of marks.defects)
    if (parts.length === 0 || !parts.every(known) || ![wrong, costs, good, partly].every(said))
      found.push({ code: 'defect', id: own })
  for (const { id: own, part, looks, right, claim } of marks.decoys)
    if (!known(part) || ![looks, right, claim].every(said)) found.push({ code: 'decoy', id: own })
  return found
}

/** "Label: text" line by line; null where a line has no label or no text. */
export function measuredRows(text: string): { label: string; text: string }[] | null {
  const rows = text
    .split('\n')
    .filter(said)
    .map((line) => {
      const at = line.indexOf(':')
      return { label: line.slice(0, Math.max(0, at)).trim(), text: line.slice(at + 1).trim() }
    })
  return rows.length > 30 || rows.some(({ label, text: told }) => label === '' || told === '') ? null : rows
}

/** D01, D02 …: the first number that nobody has. */
export function freeId(letter: 'D' | 'X', taken: readonly { id: string }[]): string {
  for (let number = 1; ; number += 1) {
    const made = `${letter}${String(number).padStart(2, '0')}`
    if (!taken.some(({ id: own }) => own === made)) return made
  }
}
