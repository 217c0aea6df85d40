import { and, eq, gt, isNull, type Placeholder, sql } from 'drizzle-orm'
import type { CandidateViewer, RefereeViewer, StaffViewer } from '#app/domain/access.ts'
import type { Db, Tx } from './client.ts'
import { newId } from './id.ts'
import type { LinkSubject } from './links.ts'
import { prepared } from './prepared.ts'
import { memberships, sessions, users } from './schema/index.ts'

const days = { staff: 14, candidate: 30, referee: 30 } as const
export type SessionKind = keyof typeof days

export async function startSession(
  tx: Tx | Db,
  input: {
    kind: SessionKind
    subject: LinkSubject
    secretHash: string
    now: Date
    /** Let into the attempt by a key. */
    entered?: boolean
    /** This browser's session so far: whoever was let in stays in. */
    earlierHash?: string
  },
): Promise<void> {
  const [earlier] = input.earlierHash
    ? await tx
        .select({ applicationId: sessions.applicationId, enteredAt: sessions.enteredAt })
        .from(sessions)
        .where(alive(input.earlierHash, input.kind, input.now))
    : []
  const same = earlier?.applicationId === input.subject.applicationId
  await tx.insert(sessions).values({
    id: newId(input.now.getTime()),
    secretHash: input.secretHash,
    kind: input.kind,
    userId: input.subject.userId ?? null,
    applicationId: input.subject.applicationId ?? null,
    requestId: input.subject.requestId ?? null,
    enteredAt: input.entered ? input.now : same ? (earlier?.enteredAt ?? null) : null,
    createdAt: input.now,
    expiresAt: new Date(input.now.getTime() + days[input.kind] * 86_400_000),
  })
}

/** Lets a browser into the attempt of its application. */
export async function letIn(tx: Tx | Db, input: { secretHash: string; now: Date }): Promise<void> {
  await tx
    .update(sessions)
    .set({ enteredAt: input.now })
    .where(and(eq(sessions.secretHash, input.secretHash), isNull(sessions.enteredAt)))
}

export async function endSession(db: Db, input: { secretHash: string; now: Date }): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: input.now })
    .where(and(eq(sessions.secretHash, input.secretHash), isNull(sessions.revokedAt)))
}

const alive = (secretHash: string | Placeholder, kind: SessionKind, now: Date | Placeholder) =>
  and(
    eq(sessions.secretHash, secretHash),
    eq(sessions.kind, kind),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now),
  )

type Key = { secretHash: string; now: Date }
const asked = { secretHash: sql.placeholder('secretHash'), now: sql.placeholder('now') }
const filled = ({ secretHash, now }: Key) => ({ secretHash, now: now.toISOString() })

const staff = prepared((db) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      teamId: memberships.teamId,
      role: memberships.role,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(alive(asked.secretHash, 'staff', asked.now))
    .prepare('staff_viewer'),
)

/** Asked on every request: a disabled person or a taken role is out at once. */
export async function staffViewer(db: Db, input: Key): Promise<StaffViewer | undefined> {
  const rows = await staff(db).execute(filled(input))
  const [first] = rows
  if (!first) return undefined
  return {
    kind: 'staff',
    userId: first.userId,
    name: first.name,
    email: first.email,
    locale: first.locale,
    memberships: rows.flatMap(({ teamId, role }) => (teamId && role ? [{ teamId, role }] : [])),
  }
}

const candidate = prepared((db) =>
  db
    .select({ applicationId: sessions.applicationId, enteredAt: sessions.enteredAt })
    .from(sessions)
    .where(alive(asked.secretHash, 'candidate', asked.now))
    .prepare('candidate_viewer'),
)

export async function candidateViewer(db: Db, input: Key): Promise<CandidateViewer | undefined> {
  const [row] = await candidate(db).execute(filled(input))
  return row?.applicationId
    ? { kind: 'candidate', applicationId: row.applicationId, entered: row.enteredAt !== null }
    : undefined
}

export async function refereeViewer(db: Db, input: Key): Promise<RefereeViewer | undefined> {
  const [row] = await db
    .select({ requestId: sessions.requestId })
    .from(sessions)
    .where(alive(input.secretHash, 'referee', input.now))
  return row?.requestId ? { kind: 'referee', requestId: row.requestId } : undefined
}
