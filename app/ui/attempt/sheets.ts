import type { Kind } from '#app/domain/scenario/common.ts'
import inbox from './inbox.css?url'
import judgement from './judgement.css?url'
import lookup from './lookup.css?url'
import review from './review.css?url'

/** The looks that one instrument alone has, beside attempt.css. */
export const sheets: Partial<Record<Kind, string>> = { 'page-review': review, inbox, lookup, judgement }
