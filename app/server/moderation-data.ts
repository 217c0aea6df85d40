import { deskCase } from '#app/domain/desk-case.ts'
import { emptyDraft } from '#app/domain/grading-draft.ts'
import type { ModeratedAnswer } from '#db/moderations.ts'

/** A disputed answer as it leaves the server. What the desk's own parts draw stands in `desk`, with nothing to grade. */
export function moderationData(answer: ModeratedAnswer, viewerId: string) {
  const { vacancy, id, code, visible, locale } = answer
  return {
    vacancy: { id: vacancy.id, title: vacancy.title, lang: vacancy.lang, zone: vacancy.zone },
    id,
    code,
    visible,
    applicationId: answer.applicationId,
    desk: {
      id,
      code,
      locale,
      scenario: answer.scenario,
      state: 'fixed' as const,
      rev: 0,
      draft: emptyDraft,
      text: answer.text,
      passages: answer.passages.map(({ field, of, part, text, start }) => ({ field, of, part, text, start })),
      case: deskCase(answer.case),
      criteria: [],
      suggestions: findingsOf(answer).map((finding) => ({ finding, matches: [] })),
      beside: answer.beside,
      suspicions: [],
      others: [],
      notes: [],
      previous: null,
      next: null,
      progress: { done: 0, total: 0 },
      minutesLeft: null,
    },
    criteria: answer.criteria.map(({ dimension, anchors, grades, notes, needed, moderation, refused }) => ({
      dimension,
      anchors,
      grades: grades.map(({ grader, level, quotes, comment, incident }) => ({
        grader,
        level,
        quotes: quotes.map(({ start, end, text }) => ({ start, end, text })),
        comment,
        incident,
      })),
      notes: notes.map(({ id: note, authorId, author, text, at, zone }) => ({
        id: note,
        dimension,
        own: authorId === viewerId,
        author,
        text,
        at: at.toISOString(),
        zone,
      })),
      needed,
      moderation: moderation && {
        kind: moderation.kind,
        asked: moderation.asked,
        askedBy: moderation.askedBy,
        own: moderation.moderatorId === viewerId,
        moderator: moderation.moderator,
        value: moderation.value,
        reason: moderation.reason,
        at: moderation.at?.toISOString() ?? null,
      },
      may: { moderate: refused === null, ask: answer.may.ask && (moderation?.value ?? null) === null },
    })),
    verdicts: answer.verdicts.map(({ grader, finding, verdict, defect }) => ({
      grader,
      finding,
      verdict,
      defect,
    })),
    suspicions: answer.suspicions.map(({ id: suspicion, code: kind, quote, status }) => ({
      id: suspicion,
      code: kind,
      quote,
      status,
    })),
    again: answer.may.again,
    moderators: answer.moderators.map(({ id: user, name }) => ({ id: user, name })),
  }
}
export type ModerationData = ReturnType<typeof moderationData>
export type CriterionData = ModerationData['criteria'][number]

/** The findings of a page review in the candidate's order. */
const findingsOf = ({ case: { kind }, passages }: ModeratedAnswer): string[] =>
  kind === 'page-review' ? [...new Set(passages.flatMap(({ of }) => of ?? []))] : []
