import type { ReplyBody, ReviewBody, WritingBody } from '#app/domain/scenario/body.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { partName } from './Findings.tsx'

/** One labelled piece of an answer, as text. */
export interface Passage {
  key: string
  label: string
  text: string
}

/** An answer and the view that it answers, in one: the kind says how both are read. */
export type Writable =
  | { kind: 'page-review'; view: Extract<ShownView, { kind: 'page-review' }>; body: ReviewBody }
  | { kind: 'reply'; view: Extract<ShownView, { kind: 'reply' }>; body: ReplyBody }
  | { kind: 'writing'; view: Extract<ShownView, { kind: 'writing' }>; body: WritingBody }

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
      return [{ key: 'text', label: '', text: answer.body.text }].filter(({ text }) => text.trim() !== '')
    case 'writing':
      return answer.view.prompts
        .map(({ id, question }) => ({ key: id, label: question, text: answer.body.answers[id] ?? '' }))
        .filter(({ text }) => text.trim() !== '')
  }
}
