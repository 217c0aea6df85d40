import { z } from 'zod'
import type { Kind } from './common.ts'
import { inboxContent, inboxStructure, inboxTexts } from './inbox/schema.ts'
import { judgementContent, judgementStructure, judgementTexts } from './judgement.ts'
import { lookupContent, lookupStructure, lookupTexts } from './lookup.ts'
import { reviewContent, reviewStructure, reviewTexts } from './page-review.ts'
import { replyContent, replyStructure, replyTexts } from './reply.ts'
import { writingContent, writingStructure, writingTexts } from './writing.ts'

/** scenario.yaml of any kind. */
export const structure = z.discriminatedUnion('kind', [
  reviewStructure,
  replyStructure,
  writingStructure,
  inboxStructure,
  lookupStructure,
  judgementStructure,
])
export type Structure = z.infer<typeof structure>

/** <language>.yaml by kind. */
export const textsOf = {
  'page-review': reviewTexts,
  reply: replyTexts,
  writing: writingTexts,
  inbox: inboxTexts,
  lookup: lookupTexts,
  judgement: judgementTexts,
} satisfies Record<Kind, z.ZodType>

/** A whole scenario, as it is pinned with an attempt: plain JSON, complete in itself. */
export const scenarioContent = z.discriminatedUnion('kind', [
  reviewContent,
  replyContent,
  writingContent,
  inboxContent,
  lookupContent,
  judgementContent,
])
export type ScenarioContent = z.infer<typeof scenarioContent>
