import type { Locale } from '../locale.ts'
import type { Kind } from './common.ts'
import { draw, inDrawnOrder, values, writer } from './draw.ts'
import { type ArticleView, articleView } from './handbook.ts'
import type { ScenarioContent } from './kinds.ts'
import { renderPage, wordsInOrder } from './page.ts'
import type { ReviewContent } from './page-review.ts'

type Shown = { key: string; minutes: number; title: string; question: string; brief: string[] }
export type PartView = { id: string; label: string; text: string }
export type ReviewView = Shown & {
  kind: 'page-review'
  /** The page under review, a whole document for a sandboxed frame. */
  html: string
  /** Every part in document order, planted or not, with its words: the page for those who cannot point at it. */
  parts: PartView[]
  measured: { id: string; label: string; text: string }[]
}
export type ReplyView = Shown & {
  kind: 'reply'
  customer: string
  message: { subject: string; at: string; paragraphs: string[] }
  recordTitle: string
  record: { id: string; label: string; value: string }[]
  articles: ArticleView[]
  answerLabel: string
}
export type WritingView = Shown & {
  kind: 'writing'
  prompts: { id: string; question: string; help: string | null }[]
}

/** What does not change while the inbox is worked; the conversations are a desk view (inbox/desk.ts). */
export type InboxView = Shown & {
  kind: 'inbox'
  agent: string
  recordTitle: string
  articles: ArticleView[]
  desks: Named[]
  tags: Named[]
  macros: { id: string; title: string; text: string }[]
  /** Minutes within which one may promise to write. */
  promises: number[]
}
export type LookupView = Shown & {
  kind: 'lookup'
  questions: { id: string; who: string; text: string }[]
  articles: ArticleView[]
}
export type JudgementView = Shown & {
  kind: 'judgement'
  items: {
    id: string
    ask: 'most-least' | 'rate'
    situation: string[]
    options: Named[]
    /** What is asked where a reason is wanted in writing. */
    reason: string | null
  }[]
}
type Named = { id: string; text: string }

/** Everything that a candidate may see of a scenario, and nothing else. Built field by field; never by spreading content. */
export type CandidateView = ReviewView | ReplyView | WritingView | InboxView | LookupView | JudgementView
export type CandidateViewOf<K extends Kind> = Extract<CandidateView, { kind: K }>

/** The view without the page under review, which has an address of its own for its frame. */
export type ShownView = Exclude<CandidateView, ReviewView> | Omit<ReviewView, 'html'>
export function shownView(view: CandidateView): ShownView {
  if (view.kind !== 'page-review') return view
  const { html: _, ...rest } = view
  return rest
}

/** The page under review for those who cannot see it, and what was measured on it. */
export function pageInWords(
  content: ReviewContent,
  locale: Locale,
  write: ReturnType<typeof writer>,
): Pick<ReviewView, 'parts' | 'measured'> {
  const texts = content.texts[locale]
  const words = wordsInOrder(content)
  return {
    parts: content.parts.map((id) => ({
      id,
      label: write(texts.parts[id]?.label ?? ''),
      text: write((words.get(id) ?? []).map((word) => texts.parts[id]?.words[word] ?? '').join(' · ')),
    })),
    measured: content.measured.flatMap((id) => {
      const row = texts.measured[id]
      return row ? [{ id, ...write({ label: row.label, text: row.text }) }] : []
    }),
  }
}

export function candidateView(content: ScenarioContent, locale: Locale, seed: string): CandidateView {
  const found = values(content, locale, draw(content, seed))
  const write = writer(locale, found)
  const { title, question, brief } = content.texts[locale]
  const shown: Shown = { key: content.key, minutes: content.minutes, ...write({ title, question, brief }) }
  switch (content.kind) {
    case 'page-review':
      return {
        ...shown,
        kind: 'page-review',
        html: renderPage(content, locale, found),
        ...pageInWords(content, locale, write),
      }
    case 'reply': {
      const texts = content.texts[locale]
      return {
        ...shown,
        kind: 'reply',
        customer: write(texts.customer),
        message: write(texts.message),
        recordTitle: write(texts.recordTitle),
        record: content.record.flatMap((id) => {
          const row = texts.record[id]
          return row ? [{ id, ...write({ label: row.label, value: row.value }) }] : []
        }),
        articles: content.articles.map((article) => write(articleView(article, locale))),
        answerLabel: write(texts.answerLabel),
      }
    }
    case 'writing': {
      const texts = content.texts[locale]
      return {
        ...shown,
        kind: 'writing',
        prompts: content.prompts.flatMap((id) => {
          const prompt = texts.prompts[id]
          return prompt
            ? [{ id, question: write(prompt.question), help: prompt.help ? write(prompt.help) : null }]
            : []
        }),
      }
    }
    case 'inbox': {
      const texts = content.texts[locale]
      const named = (ids: readonly string[], of: Record<string, string>) =>
        ids.map((id) => ({ id, text: write(of[id] ?? '') }))
      return {
        ...shown,
        kind: 'inbox',
        agent: write(texts.agent),
        recordTitle: write(texts.recordTitle),
        articles: content.articles.map((article) => write(articleView(article, locale))),
        desks: named(content.desks, texts.desks),
        tags: named(content.tags, texts.tags),
        macros: content.macros.flatMap((id) => {
          const macro = texts.macros[id]
          return macro ? [{ id, ...write({ title: macro.title, text: macro.text }) }] : []
        }),
        promises: content.promises,
      }
    }
    case 'lookup': {
      const texts = content.texts[locale]
      return {
        ...shown,
        kind: 'lookup',
        questions: content.questions.flatMap(({ id }) => {
          const row = texts.questions[id]
          return row ? [{ id, ...write({ who: row.who, text: row.text }) }] : []
        }),
        articles: content.articles.map((article) => write(articleView(article, locale))),
      }
    }
    case 'judgement': {
      const texts = content.texts[locale]
      return {
        ...shown,
        kind: 'judgement',
        items: content.items.flatMap(({ id, ask, options }) => {
          const row = texts.items[id]
          if (!row) return []
          const { situation, reason } = row
          return [
            {
              id,
              ask,
              situation: write(situation),
              options: inDrawnOrder(options, `${seed}/${content.key}/${id}`).map((option) => ({
                id: option,
                text: write(row.options[option] ?? ''),
              })),
              reason: reason === undefined ? null : write(reason),
            },
          ]
        }),
      }
    }
  }
}
