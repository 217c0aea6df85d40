import { z } from 'zod'
import { acceptable, textLimits } from '../characters.ts'
import { id, type Kind } from './common.ts'
import type { ScenarioContent } from './kinds.ts'

/** Generous: nobody who answers in earnest meets these limits; they keep a save small. */
export const bodyLimits = { findings: 60, field: textLimits.paragraph, text: textLimits.answer, prompts: 20 }

const words = (max: number) => z.string().max(max).refine(acceptable, 'unreadable')
const findingId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

/** `id` is the browser's own name for a finding, so that a row keeps its identity when it is moved. */
export const finding = z.strictObject({
  id: findingId,
  part: z.union([id.max(40), z.literal('')]),
  wrong: words(bodyLimits.field),
  why: words(bodyLimits.field),
  fix: words(bodyLimits.field),
})
export type Finding = z.infer<typeof finding>

/** The order of the findings is the candidate's priority. */
const reviewBody = z.strictObject({
  findings: z
    .array(finding)
    .max(bodyLimits.findings)
    .refine((list) => new Set(list.map((item) => item.id)).size === list.length, 'two findings share an id'),
  test: words(bodyLimits.text),
})
const replyBody = z.strictObject({ text: words(bodyLimits.text) })
const writingBody = z.strictObject({
  answers: z
    .record(id.max(40), words(bodyLimits.text))
    .refine((answers) => Object.keys(answers).length <= bodyLimits.prompts, 'too many answers'),
})

/** The shape of an answer, by kind: what the autosave route parses and what the form edits. */
export const answerBody = {
  'page-review': reviewBody,
  reply: replyBody,
  writing: writingBody,
} satisfies Record<Kind, z.ZodType>

export type ReviewBody = z.infer<typeof reviewBody>
export type ReplyBody = z.infer<typeof replyBody>
export type WritingBody = z.infer<typeof writingBody>
export type AnswerBody = { 'page-review': ReviewBody; reply: ReplyBody; writing: WritingBody }
/** A body together with the kind that says how to read it. */
export type Answer = { [K in Kind]: { kind: K; body: AnswerBody[K] } }[Kind]

export function emptyBody<K extends Kind>(kind: K): AnswerBody[K]
export function emptyBody(kind: Kind): AnswerBody[Kind] {
  switch (kind) {
    case 'page-review':
      return { findings: [], test: '' }
    case 'reply':
      return { text: '' }
    case 'writing':
      return { answers: {} }
  }
}

/** Reads a stored or sent body as an answer to this scenario; null when it is not one (wrong shape, foreign part or prompt). */
export function readAnswer(content: ScenarioContent, body: unknown): Answer | null {
  switch (content.kind) {
    case 'page-review': {
      const read = reviewBody.safeParse(body)
      const parts = new Set(['', ...content.parts])
      if (!read.success || read.data.findings.some(({ part }) => !parts.has(part))) return null
      return { kind: 'page-review', body: read.data }
    }
    case 'reply': {
      const read = replyBody.safeParse(body)
      return read.success ? { kind: 'reply', body: read.data } : null
    }
    case 'writing': {
      const read = writingBody.safeParse(body)
      if (!read.success || Object.keys(read.data.answers).some((key) => !content.prompts.includes(key)))
        return null
      return { kind: 'writing', body: read.data }
    }
  }
}

/** One field of an answer: where it stands in the plain text, so that a desk can label it and a quote can point into it. */
export type Passage = {
  field: 'wrong' | 'why' | 'fix' | 'test' | 'text' | 'answer'
  /** The finding's or the prompt's id. */
  of?: string
  /** 1, 2, 3 … for findings. */
  place?: number
  part?: string
  text: string
  start: number
  end: number
}

function fieldsOf(answer: Answer, prompts: readonly string[]): Omit<Passage, 'start' | 'end'>[] {
  switch (answer.kind) {
    case 'page-review':
      return [
        ...answer.body.findings.flatMap((item, index) =>
          (['wrong', 'why', 'fix'] as const).map((field) => ({
            field,
            of: item.id,
            place: index + 1,
            part: item.part,
            text: item[field],
          })),
        ),
        { field: 'test', text: answer.body.test },
      ]
    case 'reply':
      return [{ field: 'text', text: answer.body.text }]
    case 'writing':
      return prompts.map((of) => ({ field: 'answer', of, text: answer.body.answers[of] ?? '' }))
  }
}

const gap = '\n\n'

/** The written fields in reading order; empty ones are left out. */
export function passages(content: ScenarioContent, answer: Answer): Passage[] {
  const found: Passage[] = []
  let start = 0
  for (const field of fieldsOf(answer, content.kind === 'writing' ? content.prompts : [])) {
    if (field.text.trim() === '') continue
    found.push({ ...field, start, end: start + field.text.length })
    start += field.text.length + gap.length
  }
  return found
}

/** Everything that the candidate wrote, as plain text. Quotes are offsets (UTF-16) into this. */
export function bodyText(content: ScenarioContent, answer: Answer): string {
  return passages(content, answer)
    .map(({ text }) => text)
    .join(gap)
}

export { countWords as wordCount } from '../characters.ts'
