import { createHash } from 'node:crypto'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Db } from '../client.ts'
import { type InterviewsOfApplication, interviewsOf } from '../interviews.ts'
import { type Profile, profileOf } from '../profile.ts'
import { type ReferencesOfApplication, referencesOf } from '../references.ts'

/** What lies before whoever decides: what was shown in the assignment, what others said, what the interview left. */
export interface Evidence {
  profile: Profile
  references: ReferencesOfApplication
  interviews: InterviewsOfApplication
  /** Ids and figures of the above: kept with the decision. */
  seen: Seen
  /** Changes as soon as anything of it does. */
  key: string
}

export type Seen = {
  stage: string
  profile: {
    state: string
    nameKnown: boolean
    dimensions: {
      dimension: string
      t: number | null
      low: number | null
      high: number | null
      grades: number
      attention: boolean
      /** T of the grades as given, where the plan made something else of it. */
      raw?: number | null
    }[]
    /** Where severity was taken off: names the grades that it was worked out from. */
    severity?: string
  }
  references: { received: string[]; sufficient: boolean }
  interviews: string[]
  notes: { id: string; rev: number }[]
}

const figure = (value: number | undefined) => (value === undefined ? null : Number(value.toFixed(6)))

function seenIn({ profile, references, interviews }: Omit<Evidence, 'seen' | 'key'>): Seen {
  const all = interviews.current ? [interviews.current, ...interviews.earlier] : interviews.earlier
  return {
    stage: profile.stage,
    profile: {
      state: profile.state,
      nameKnown: profile.nameKnown,
      dimensions: profile.dimensions
        .filter(({ tested }) => tested)
        .map(({ dimension, score, parts, grades, attention }) => ({
          dimension,
          t: figure(score.t),
          low: figure(score.low),
          high: figure(score.high),
          grades: grades.length,
          attention,
          ...(parts && { raw: figure(parts.raw.t) }),
        })),
      ...(profile.counting.severity?.applies && { severity: profile.counting.severity.hash }),
    },
    references: {
      received: references.references.filter(({ form }) => form !== null).map(({ id }) => id),
      sufficient: references.sufficiency.sufficient,
    },
    interviews: all.filter(({ state }) => state !== 'cancelled').map(({ id }) => id),
    notes: interviews.notes.map(({ id, rev }) => ({ id, rev })),
  }
}

export async function evidenceOf(
  db: Db,
  input: { viewer: StaffViewer; applicationId: string; locale?: Locale; now: Date },
): Promise<Evidence | null> {
  const profile = await profileOf(db, input)
  const references = await referencesOf(db, input)
  const interviews = await interviewsOf(db, input)
  if (!profile || !references || !interviews) return null
  const found = { profile, references, interviews }
  const seen = seenIn(found)
  const key = createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)
  return { ...found, seen, key }
}

/** Handed in, by hand or by the clock: the person is owed what we saw. */
export const wasTested = ({ profile }: Pick<Evidence, 'profile'>): boolean => profile.state !== 'before'

export const needsAttention = ({ profile }: Pick<Evidence, 'profile'>): boolean =>
  profile.dimensions.some(({ attention }) => attention)
