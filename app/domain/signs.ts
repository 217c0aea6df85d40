import { z } from 'zod'

/**
 * What the browser notes of a part while it is worked, all of it told before the start: lengths and times, never a
 * text, a key or an address. `ago` is milliseconds before the batch left, so that the server's clock says when.
 */
const ago = z.number().int().min(0).max(3_600_000)
const chars = z.number().int().min(1).max(200_000)
export const sign = z.discriminatedUnion('kind', [
  /** Text that was copied elsewhere. */
  z.strictObject({ kind: z.literal('paste'), chars, ago }),
  z.strictObject({ kind: z.literal('typed'), chars, ago }),
  /** The page was out of sight, or another window in front of it. */
  z.strictObject({ kind: z.literal('left'), seconds: z.number().int().min(1).max(86_400), ago }),
  z.strictObject({ kind: z.literal('first-key'), ago }),
])
export type Sign = z.infer<typeof sign>
export type SignKind = Sign['kind'] | 'device'

/** A batch is sent again under its name until it has arrived; one without signs only says that the page is open. */
export const signBatch = z.strictObject({ batch: z.uuid(), answer: z.uuid(), signs: z.array(sign).max(40) })
export type SignBatch = z.infer<typeof signBatch>

/** Small enough for a row, and what the case is computed from. */
export type SignData = { chars?: number; seconds?: number; times?: number }
