import { emptyDraft, type GradingDraft } from '#app/domain/grading-draft.ts'
import { gradingDraft } from '#app/domain/grading-schema.ts'

/** A draft as it was kept; one of an older shape starts afresh rather than failing. */
export const readDraft = (kept: unknown): GradingDraft => gradingDraft.safeParse(kept).data ?? emptyDraft
