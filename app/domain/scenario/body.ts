import { z } from 'zod'
import { acceptable, textLimits } from '../characters.ts'
import { id, type Kind } from './common.ts'
import { timedAct } from './inbox/act.ts'
import type { JudgementContent } from './judgement.ts'
import type { ScenarioContent } from './kinds.ts'

/** Generous: nobody who answers in earnest meets these limits; they keep a save small. */
export const bodyLimits = {
  findings: 60,
  field: textLimits.paragraph,
  text: textLimits.answer,
  prompts: 20,
  acts: 400,
  drafts: 60,
}

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

/**
 * `acts` is the transcript and `until` the case's time when it was handed in: both are the server's. `drafts` are the
 * words that were not sent yet.
 */
const inboxBody = z.strictObject({
  acts: z.array(timedAct).max(bodyLimits.acts).default([]),
  until: z.number().int().min(0).default(0),
  drafts: z
    .record(id.max(60), words(bodyLimits.text))
    .refine((drafts) => Object.keys(drafts).length <= bodyLimits.drafts, 'too many drafts')
    .default({}),
})
/** `cite`: a paragraph of the handbook, or that it does not say. */
const lookupBody = z.strictObject({
  answers: z
    .record(id.max(40), z.strictObject({ text: words(bodyLimits.field), cite: words(60) }))
    .refine((answers) => Object.keys(answers).length <= bodyLimits.prompts, 'too many answers'),
})
const judgementBody = z.strictObject({
  picks: z.record(id.max(40), z.strictObject({ most: words(40), least: words(40) })),
  ratings: z.record(id.max(40), z.record(id.max(40), z.number().int().min(1).max(5))),
  reasons: z.record(id.max(40), words(bodyLimits.field)),
})

export type ReviewBody = z.infer<typeof reviewBody>
export type ReplyBody = z.infer<typeof replyBody>
export type WritingBody = z.infer<typeof writingBody>
export type InboxBody = z.infer<typeof inboxBody>
export type LookupBody = z.infer<typeof lookupBody>
export type JudgementBody = z.infer<typeof judgementBody>
export type AnswerBody = {
  'page-review': ReviewBody
  reply: ReplyBody
  writing: WritingBody
  inbox: InboxBody
  lookup: LookupBody
  judgement: JudgementBody
}
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
    case 'lookup':
      return { answers: {} }
    case 'inbox':
      return { acts: [], until: 0, drafts: {} }
    case 'judgement':
      return { picks: {}, ratings: {}, reasons: {} }
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
    case 'inbox': {
      const read = inboxBody.safeParse(body)
      return read.success ? { kind: 'inbox', body: read.data } : null
    }
    case 'lookup': {
      const read = lookupBody.safeParse(body)
      const known = new Set(content.questions.map(({ id }) => id))
      if (!read.success || Object.keys(read.data.answers).some((key) => !known.has(key))) return null
      return { kind: 'lookup', body: read.data }
    }
    case 'judgement': {
      const read = judgementBody.safeParse(body)
      if (!read.success || !judges(content, read.data)) return null
      return { kind: 'judgement', body: read.data }
    }
  }
}

/** What a browser may say of an answer: of an inbox the drafts only. */
export function asTyped(answer: Answer): Answer {
  return answer.kind === 'inbox' ? { ...answer, body: { ...answer.body, acts: [], until: 0 } } : answer
}

/** Only items and options that there are. */
function judges({ items }: JudgementContent, { picks, ratings, reasons }: JudgementBody): boolean {
  const options = new Map(items.map((item) => [item.id, new Set(['', ...item.options])]))
  return (
    Object.entries(picks).every(([id, { most, least }]) => {
      const known = options.get(id)
      return known?.has(most) && known.has(least)
    }) &&
    Object.entries(ratings).every(([id, rated]) =>
      Object.keys(rated).every((option) => options.get(id)?.has(option)),
    ) &&
    Object.keys(reasons).every((id) => options.has(id))
  )
}

/** One field of an answer: where it stands in the plain text, so that a desk can label it and a quote can point into it. */
export type Passage = {
  field:
    | 'wrong'
    | 'why'
    | 'fix'
    | 'test'
    | 'text'
    | 'answer'
    | 'reply'
    | 'note'
    | 'hand-over'
    | 'report'
    | 'draft'
  /** The id of the finding, prompt, question, item or conversation; of the article in a report. */
  of?: string
  /** 1, 2, 3 … for findings; the place in the transcript for acts. */
  place?: number
  part?: string
  text: string
  start: number
  end: number
}

type Field = Omit<Passage, 'start' | 'end'>

function fieldsOf(content: ScenarioContent, answer: Answer): Field[] {
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
    case 'writing': {
      const prompts = content.kind === 'writing' ? content.prompts : []
      return prompts.map((of) => ({ field: 'answer', of, text: answer.body.answers[of] ?? '' }))
    }
    case 'inbox':
      return transcriptFields(answer.body)
    case 'lookup': {
      const questions = content.kind === 'lookup' ? content.questions : []
      return questions.map(({ id: of }) => ({
        field: 'answer',
        of,
        text: answer.body.answers[of]?.text ?? '',
      }))
    }
    case 'judgement': {
      const items = content.kind === 'judgement' ? content.items : []
      return items.map(({ id: of }) => ({ field: 'answer', of, text: answer.body.reasons[of] ?? '' }))
    }
  }
}

/** What was written, in the order in which it was sent, and then what was not sent any more. */
function transcriptFields({ acts, drafts }: InboxBody): Field[] {
  const sent = acts.flatMap(({ act }, place): Field[] => {
    switch (act.do) {
      case 'reply':
      case 'note':
      case 'hand-over':
        return [{ field: act.do, of: act.thread, place, text: act.text }]
      case 'report':
        return [{ field: 'report', of: act.article, place, text: act.text }]
      default:
        return []
    }
  })
  return [...sent, ...Object.entries(drafts).map(([of, text]): Field => ({ field: 'draft', of, text }))]
}

const gap = '\n\n'

/** The written fields in reading order; empty ones are left out. */
export function passages(content: ScenarioContent, answer: Answer): Passage[] {
  const found: Passage[] = []
  let start = 0
  for (const field of fieldsOf(content, answer)) {
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
