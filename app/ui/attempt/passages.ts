import type { AnswerBody } from '#app/domain/scenario/body.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { partName } from './part-name.ts'

/** One labelled piece of an answer, as text. */
export interface Passage {
  key: string
  label: string
  text: string
}

/** An answer and the view that it answers, in one: the kind says how both are read. */
export type Writable = {
  [K in ShownView['kind']]: { kind: K; view: Extract<ShownView, { kind: K }>; body: AnswerBody[K] }
}[ShownView['kind']]

const written = (passages: Passage[]) => passages.filter(({ text }) => text.trim() !== '')

export function passagesOf(answer: Writable, t: Translate): Passage[] {
  switch (answer.kind) {
    case 'page-review': {
      return [
        ...answer.body.findings.map(({ id, part, wrong, why, fix }, index) => ({
          key: id,
          label: `${index + 1}. ${partName(answer.view.parts, part) ?? t('attempt.review.whole')}`,
          text: [wrong, why, fix].filter(Boolean).join('\n'),
        })),
        ...(answer.body.test.trim()
          ? [{ key: 'test', label: t('attempt.review.test'), text: answer.body.test }]
          : []),
      ]
    }
    case 'reply':
      return written([{ key: 'text', label: '', text: answer.body.text }])
    case 'writing':
      return written(
        answer.view.prompts.map(({ id, question }) => ({
          key: id,
          label: question,
          text: answer.body.answers[id] ?? '',
        })),
      )
    case 'inbox':
      return written(
        Object.entries(answer.body.drafts).map(([key, text]) => ({
          key,
          label: t('attempt.inbox.queue.draft'),
          text,
        })),
      )
    case 'lookup':
      return written(
        answer.view.questions.map(({ id, text }) => {
          const { text: own = '', cite = '' } = answer.body.answers[id] ?? {}
          return {
            key: id,
            label: text,
            text: [own, citedIn(answer.view.articles, cite, t)].join('\n').trim(),
          }
        }),
      )
    case 'judgement':
      return written(
        answer.view.items.map(({ id, situation, options }, index) => ({
          key: id,
          label: `${index + 1}. ${situation[0] ?? ''}`,
          text: judged(answer.body, id, options, t),
        })),
      )
  }
}

/** A citation in words: the paragraph's number, or that the handbook does not say. */
function citedIn(
  articles: readonly { id: string; paragraphs: readonly { number: string }[] }[],
  cite: string,
  t: Translate,
): string {
  if (cite === 'none') return t('attempt.lookup.none')
  const [id, place] = cite.split('.')
  return articles.find((article) => article.id === id)?.paragraphs[Number(place) - 1]?.number ?? ''
}

function judged(
  { picks, ratings, reasons }: AnswerBody['judgement'],
  item: string,
  options: readonly { id: string; text: string }[],
  t: Translate,
): string {
  const named = (id: string | undefined) => options.find((option) => option.id === id)?.text
  const most = named(picks[item]?.most)
  const least = named(picks[item]?.least)
  return [
    ...(most === undefined ? [] : [t('attempt.judgement.pick.most', { option: most })]),
    ...(least === undefined ? [] : [t('attempt.judgement.pick.least', { option: least })]),
    ...options.flatMap(({ id, text }) => {
      const rating = ratings[item]?.[id]
      return rating === undefined ? [] : [`${rating}: ${text}`]
    }),
    reasons[item] ?? '',
  ]
    .join('\n')
    .trim()
}
