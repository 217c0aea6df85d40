import type { InboxBody } from '../body.ts'
import type { Act } from './act.ts'

/** What is being written: a reply under the conversation's own name, the rest under a name that says what it is for. */
export const draftKey = {
  reply: (thread: string) => thread,
  note: (thread: string) => `note-${thread}`,
  'hand-over': (thread: string) => `hand-over-${thread}`,
  report: (article: string) => `report-${article}`.slice(0, 60),
}

export function draftKeyOf(act: Act): string | null {
  switch (act.do) {
    case 'reply':
    case 'note':
    case 'hand-over':
      return draftKey[act.do](act.thread)
    case 'report':
      return draftKey.report(act.article)
    default:
      return null
  }
}

const between = '\n\n'

/**
 * A text that is on its way stays at the head of its draft until the server has it, so that no mishap can lose it. What
 * the field shows is what stands behind it.
 */
export function behind(draft: string, sent: readonly string[]): string {
  let rest = draft
  for (const text of sent) {
    if (rest === text) return ''
    if (rest.startsWith(text + between)) rest = rest.slice(text.length + between.length)
  }
  return rest
}

export const inFront = (sent: readonly string[], rest: string) =>
  [...sent, ...(rest === '' ? [] : [rest])].join(between)

/** Acts and times are the server's; a browser says only what has not been sent. */
export function withDraft({ drafts }: InboxBody, key: string, text: string): InboxBody {
  const { [key]: _, ...others } = drafts
  return { acts: [], until: 0, drafts: text === '' ? others : { ...others, [key]: text } }
}

/** The drafts of a whole transcript: what was never sent. A text may lie in both when nobody was there to take it away. */
export function unsent(drafts: InboxBody['drafts'], acts: readonly { act: Act }[]): InboxBody['drafts'] {
  return acts.reduce((body, { act }) => withoutSaid(body, act), { acts: [], until: 0, drafts } as InboxBody)
    .drafts
}

/** The body without what this act said, now that it is said. */
export function withoutSaid(body: InboxBody, act: Act): InboxBody {
  const key = draftKeyOf(act)
  if (key === null || !('text' in act)) return body
  const draft = body.drafts[key]
  if (draft === undefined) return body
  const rest = behind(draft, [act.text])
  return rest === draft ? body : withDraft(body, key, rest)
}
