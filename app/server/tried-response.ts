import type { TriedDesk } from '#app/domain/scenario/inbox/tried.ts'

/** The desk of an inbox that is only tried; 409 where its last act was not done. */
export function triedResponse({ acts, desk, refused }: TriedDesk): Response {
  return refused === null
    ? Response.json({ acts, desk })
    : Response.json({ code: refused, acts, desk }, { status: 409 })
}
