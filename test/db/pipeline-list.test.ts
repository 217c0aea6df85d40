import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import type { Filter, Order } from '#app/domain/pipeline-list.ts'
import { inviteToAssignment } from '#db/attempts.ts'
import { openPool } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { viewIdentity } from '#db/identity.ts'
import { listQuery } from '#db/pipeline/list.ts'
import { applicationForStaff, applicationsOf, boardOf, stageCounts, timeline } from '#db/pipeline.ts'
import { applications, events, teams } from '#db/schema/index.ts'
import { startAttempt } from '#db/sittings.ts'
import { withdraw } from '#db/withdrawals.ts'
import { testDb } from '#test/support/db.ts'
import { application } from '#test/world/applications.ts'
import { gradedApplication, handedIn, invitedGraders } from '#test/world/grading.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { db, ownerUrl } = await testDb()
const world = await lumo(db)
const vacancy = await publishedVacancy(db, world, monday)
const { mirela } = world
const now = later(monday, { days: 9 })
const byTurn: Order = { by: 'turn', down: false }

const list = (
  input: { viewer?: StaffViewer; filter?: Filter; order?: Order; after?: string; vacancyId?: string } = {},
) => applicationsOf(db, { viewer: mirela, vacancyId: vacancy.id, filter: {}, order: byTurn, now, ...input })
const shown = async (input: Parameters<typeof list>[0] = {}) =>
  (await list(input)).rows.map(({ name, code }) => name ?? code)
const comes = (name: string, at: Date, locale: 'en' | 'ru' | 'sq' = 'sq') =>
  application(db, world, {
    vacancy,
    form: { name, email: `${name.split(' ')[0]}@example.com` },
    locale,
    now: at,
  })

let besnik: string
let ana: string
let elira: { applicationId: string; attemptId: string }

beforeAll(async () => {
  besnik = (await comes('Besnik Leka', monday)).id
  await comes('Lule Prifti', now)
  const invited = await comes('Ana Dervishi', later(now, { days: -3 }), 'en')
  ana = invited.id
  await inviteToAssignment(db, { viewer: mirela, applicationId: ana, now: later(now, { days: -2 }) })
  const kirill = await comes('Кирилл Зорёв', later(now, { days: -3 }), 'ru')
  await inviteToAssignment(db, { viewer: mirela, applicationId: kirill.id, now: later(now, { days: -2 }) })
  await startAttempt(db, { viewer: kirill.viewer, now })
  elira = await handedIn(db, world, { vacancy, now: later(now, { days: -1 }) })
  await invitedGraders(db, world, vacancy.id, [world.viktor, world.dorina], later(now, { days: -1 }))
  const gone = await comes('Marko Ilić', later(now, { days: -4 }), 'en')
  await withdraw(db, { viewer: gone.viewer, now })
})

describe('the list of a vacancy', () => {
  test('begins with those whom we promised a word, then those who wait for staff, then the others', async () => {
    const { rows } = await list()
    expect(rows.map(({ turn }) => turn)).toEqual(['overdue', 'yours', 'others', 'others', 'others'])
    expect(rows[0]).toMatchObject({ name: 'Besnik Leka', next: 'read', stage: 'applied' })
  })

  test('says what happens next, until when and by whom', async () => {
    const { rows } = await list()
    const next = Object.fromEntries(rows.map(({ id, next, at, by, work }) => [id, { next, at, by, work }]))
    expect(next[ana]).toMatchObject({ next: 'invitation-open', by: [] })
    expect(next[ana]?.at?.getTime()).toBeGreaterThan(now.getTime())
    expect(next[elira.applicationId]).toMatchObject({
      next: 'grading',
      by: ['Dorina Kelmendi', 'Viktor Sablin'],
      work: { asked: 6, locked: 0, further: false },
    })
  })

  test('leaves out those who are no longer considered, and shows them when asked', async () => {
    expect(await shown()).not.toContain('Marko Ilić')
    expect(await shown({ filter: { stage: 'closed' } })).toEqual(['Marko Ilić'])
    expect(await shown({ filter: { stage: 'withdrawn' } })).toEqual(['Marko Ilić'])
  })

  test('is narrowed by stage, language and what is ours to do', async () => {
    expect(await shown({ filter: { stage: 'applied' } })).toEqual(['Besnik Leka', 'Lule Prifti'])
    expect(await shown({ filter: { stage: 'applied', locale: 'ru' } })).toEqual([])
    expect(await shown({ filter: { mine: '1' } })).toEqual(['Besnik Leka', 'Lule Prifti'])
  })

  test('of another team is empty, and one application of it is not there', async () => {
    const teamId = newId()
    await db.insert(teams).values({ id: teamId, name: 'Elsewhere', timeZone: 'UTC', createdAt: monday })
    const viewer = { ...mirela, memberships: [{ teamId, role: 'owner' as const }] }
    expect(await shown({ viewer })).toEqual([])
    expect(await shown({ viewer, vacancyId: undefined })).toEqual([])
    expect(await applicationForStaff(db, { viewer, id: besnik, now })).toBeNull()
    expect((await stageCounts(db, { viewer, vacancyId: vacancy.id })).now.applied).toBe(0)
  })

  test('counts each stage, and those who left up to where they left from', async () => {
    const counts = await stageCounts(db, { viewer: mirela, vacancyId: vacancy.id })
    expect(counts.now).toMatchObject({ applied: 2, assignment: 2, grading: 1, withdrawn: 1, rejected: 0 })
    expect(counts.reached).toEqual({ applied: 6, screening: 3, assignment: 3, grading: 1 })
  })

  test('is the board’s as well, stage by stage', async () => {
    const board = await boardOf(db, { viewer: mirela, vacancyId: vacancy.id, filter: {}, now })
    expect(board.map(({ id }) => id).sort()).toEqual((await list()).rows.map(({ id }) => id).sort())
  })
})

describe('a person whose answers are being taken or graded', () => {
  test('appears under the code, also in search and in the order of names', async () => {
    const { rows } = await list({ order: { by: 'name', down: false } })
    const hidden = rows.filter(({ stage }) => stage === 'assignment' || stage === 'grading')
    expect(hidden).toHaveLength(3)
    expect(hidden.every(({ name }) => name === null)).toBe(true)
    const names = rows.map(({ name, code }) => name ?? code)
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)))
    expect(await shown({ filter: { text: 'Elira' } })).toEqual([])
    expect(
      await shown({ filter: { text: 'Elira' }, vacancyId: undefined, order: { by: 'newest', down: true } }),
    ).toEqual([])
    const code = rows.find(({ id }) => id === ana)?.code ?? ''
    expect(await shown({ filter: { text: code.toLowerCase() } })).toEqual([code])
  })

  test('keeps name, address, words and files from the page', async () => {
    const seen = await applicationForStaff(db, { viewer: mirela, id: ana, now })
    expect(seen).toMatchObject({ name: null, person: null, opened: false })
    expect(JSON.stringify(seen)).not.toMatch(/Ana|Dervishi|example\.com|shop online/)
    expect(
      JSON.stringify(await timeline(db, { viewer: mirela, applicationId: ana, hidden: true })),
    ).not.toMatch(/Ana|Dervishi/)
  })

  test('stands there by name for whoever opened the identity, and for nobody else', async () => {
    await viewIdentity(db, { viewer: mirela, applicationId: ana, now })
    expect(await shown()).toContain('Ana Dervishi')
    expect(await shown({ filter: { text: 'dervi' } })).toEqual(['Ana Dervishi'])
    const other: StaffViewer = { ...mirela, userId: world.agim.userId }
    expect(await shown({ viewer: other })).not.toContain('Ana Dervishi')
    const seen = await applicationForStaff(db, { viewer: mirela, id: ana, now })
    expect(seen?.person).toMatchObject({ name: 'Ana Dervishi', email: 'Ana@example.com' })
  })

  test('has a name again when every grade is in', async () => {
    const at = later(now, { hours: 1 })
    await gradedApplication(db, {
      applicationId: elira.applicationId,
      graders: [world.viktor, world.dorina].map((who) => ({ who, sheet: {} })),
      now: at,
    })
    const seen = await applicationForStaff(db, {
      viewer: mirela,
      id: elira.applicationId,
      now: later(at, { hours: 1 }),
    })
    expect(seen).toMatchObject({ next: 'graded', turn: 'yours', name: 'Elira Gashi' })
    expect(seen?.ways.filter(({ refused }) => refused)).toEqual([])
  })
})

describe('search', () => {
  test('takes е for ё and e for ë, whatever the case', async () => {
    const person = await comes('Рулёва Ëma', now)
    expect(await shown({ filter: { text: 'рулев' } })).toEqual(['Рулёва Ëma'])
    expect(await shown({ filter: { text: 'EMA' } })).toEqual(['Рулёва Ëma'])
    await withdraw(db, { viewer: person.viewer, now })
  })

  test.each(['%', '_', '\\', "'", '%%', 'a%b', '% or 1=1', '); select pg_sleep(9)--', '\\%'])(
    'takes %s as a letter like any other',
    async (text) => {
      expect(await shown({ filter: { text } })).toEqual([])
      expect(
        await shown({ filter: { text }, vacancyId: undefined, order: { by: 'newest', down: true } }),
      ).toEqual([])
    },
  )
})

describe('with twenty thousand applications', () => {
  const people = 20_000
  const [crowd, quiet] = [newId(), newId()]
  const orders: Order[] = (['turn', 'name', 'stage', 'since', 'word', 'newest'] as const).flatMap((by) =>
    (by === 'turn' ? [false] : [false, true]).map((down) => ({ by, down })),
  )

  beforeAll(async () => {
    for (const id of [crowd, quiet])
      await db.execute(
        sql`insert into vacancies select (json_populate_record(v, json_build_object('id', ${id}::text, 'slug', ${id}::text))).* from vacancies v where v.id = ${vacancy.id}`,
      )
    // 130 in the crowded one, the rest in the other.
    await db.execute(sql`insert into persons (id, name, email, email_normal, created_at)
      select ('0190b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, substr(md5(n::text), 1, 9) || ' ' || substr(md5(n::text), 12, 9), n || '@x.example.com', n || '@x.example.com', ${monday.toISOString()}::timestamptz
      from generate_series(1, ${people}::int) n`)
    await db.execute(sql`insert into applications (id, vacancy_id, person_id, email_normal, locale, stage, stage_since, languages, hours, why, notice_version, code, last_word_at, created_at)
      select ('0190c000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, case when n <= 130 then ${crowd}::uuid else ${quiet}::uuid end,
        ('0190b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@x.example.com', 'en',
        (array['applied', 'screening', 'interview', 'decision']::stage[])[n % 4 + 1], ${monday.toISOString()}::timestamptz + n % 50 * interval '1 hour',
        '[]', '[]', '', '1', 'C-Z' || n, ${monday.toISOString()}::timestamptz + n % 60 * interval '5 hours', ${monday.toISOString()}::timestamptz
      from generate_series(1, ${people}::int) n`)
    const owner = openPool(ownerUrl, 1)
    await owner.db.execute(sql`vacuum analyze`)
    await owner.end()
  })

  test.each(orders)('pages by $by (down: $down) hold everybody once', async (order) => {
    const seen: string[] = []
    let after: string | undefined
    for (let page = 0; page < 4; page++) {
      const { rows, next } = await list({ vacancyId: crowd, order, after })
      seen.push(...rows.map(({ id }) => id))
      expect(rows.length).toBe(page < 2 ? 50 : 30)
      after = next
      if (!next) break
    }
    expect(new Set(seen).size).toBe(130)
    expect(seen).toHaveLength(130)
  })

  test('a cursor that is not one of ours begins at the beginning', async () => {
    for (const after of ["1~x~'", '~', '9~2026-01-01T00:00:00.000Z~a', '%00'])
      expect((await list({ vacancyId: crowd, after })).rows).toHaveLength(50)
  })

  test.each([
    { what: 'a vacancy', vacancyId: vacancy.id, filter: {}, order: byTurn },
    {
      what: 'a vacancy’s stage',
      vacancyId: vacancy.id,
      filter: { stage: 'grading' as const },
      order: byTurn,
    },
    { what: 'everybody', vacancyId: undefined, filter: {}, order: { by: 'newest' as const, down: true } },
    {
      what: 'a name',
      vacancyId: undefined,
      filter: { text: 'd3d9446' },
      order: { by: 'newest' as const, down: true },
    },
    {
      what: 'the overdue of all vacancies',
      vacancyId: undefined,
      filter: { late: '1' as const },
      order: { by: 'word' as const, down: false },
    },
  ])('$what is read from an index', async ({ what: _, ...input }) => {
    const plan = await db.execute<{ 'QUERY PLAN': string }>(
      sql`explain ${listQuery(db, { viewer: mirela, now, ...input }).getSQL()}`,
    )
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(lines).not.toMatch(/Seq Scan on (applications|persons)\b/)
  })
})

test('every stage change stands in the history with who and when', async () => {
  const entries =
    (await timeline(db, { viewer: mirela, applicationId: elira.applicationId, hidden: false })) ?? []
  const moves = entries.filter(({ what }) => what.kind === 'event' && what.event === 'moved')
  expect(moves.map(({ from, to, who }) => [from, to, who.name])).toEqual([
    ['assignment', 'grading', null],
    ['applied', 'assignment', 'Mirela Hoxha'],
  ])
  expect(
    await db.select().from(events).where(eq(events.applicationId, elira.applicationId)),
  ).not.toHaveLength(0)
  expect(await db.$count(applications)).toBeGreaterThan(20_000)
})
