import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarEntry } from '#app/server/calendar.ts'
import { found, requireCandidate } from '#app/server/guard.ts'
import { candidateEntry } from '#app/server/interview-entry.ts'
import { ownInterview } from '#db/interviews.ts'
import { organisation } from '#db/organisation.ts'

/** The interview as a file for the candidate's own calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const row = found(await ownInterview(db, { viewer, now: now() }))
  const entry = candidateEntry(row, { t, locale, organisation: await organisation(db) })
  return new Response(calendarEntry(entry, 'PUBLISH', now()), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="interview.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
