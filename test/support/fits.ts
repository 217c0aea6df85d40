import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'

/** A link that was never made: whoever holds a real one is that person. */
const token = ['x'.repeat(43)]
const slugs = sql`select slug as fit from vacancies`
const people = sql`select id as fit from users`
const written = sql`select id as fit from answers`
const asked = sql`select id as fit from reference_requests`

/** What fits into the last gap of an address that begins like this. */
const fits: Record<string, SQL | readonly string[]> = {
  ':lang': ['ru'],
  ':lang?': ['', 'sq'],
  ':lang?/jobs/:slug': slugs,
  'en/jobs/*': slugs,
  'texts/:locale': ['en'],
  'texts/:locale/:of': ['team'],
  'texts/:locale/:of/:hash': ['000000000000'],
  '*': ['nothing-of-this-name'],
  'sign-in/:token': token,
  'claim/:token': token,
  'welcome/:token': token,
  'a/:token': token,
  'a/enter/:token': token,
  'r/:token': token,
  'a/assignment/practice/:scenario': ['practice-page-review', 'practice-reply'],
  'a/assignment/:answer': written,
  'a/answers/:answer': written,
  'a/references/:request': asked,
  'team/vacancies/:id': sql`select id as fit from vacancies`,
  'team/vacancies/:id/graders/:user': people,
  'team/vacancies/:id/disagreements/:answer': written,
  'team/applications/:id': sql`select id as fit from applications`,
  'team/applications/:id/files/:file': sql`select id as fit from files`,
  'team/applications/:id/references/:request': asked,
  'team/applications/:id/interview/:interview': sql`select id as fit from interviews`,
  'team/grading/:id': sql`select id as fit from grading_assignments union all select id from hidden_anchors`,
  'team/grading/calibration/told/:id': sql`select id as fit from hidden_anchors`,
  'team/suspicions/:id': sql`select id as fit from suspicions`,
  'team/integrity/:id': sql`select id as fit from integrity_cases`,
  'team/reviews/:request': sql`select id as fit from review_requests`,
  'team/scenarios/page/:id': sql`select id as fit from own_scenarios`,
  'team/scenarios/:key': sql`select distinct scenario_key as fit from answers`,
  'team/newcomers/:newcomer': sql`select id as fit from newcomers`,
  'team/staff/:user': people,
  'start/handbook/:article': ['payout-dates'],
  'start/agreement/clauses/:clause': ['secret'],
  'start/steps/:step': sql`select distinct key as fit from steps`,
  'dev/mail/:message': sql`select id as fit from messages`,
}
const ghost = '00000000-0000-7000-8000-000000000000'

async function fitting(db: Db, beginning: string): Promise<readonly string[]> {
  const known = fits[beginning]
  if (!known) throw new Error(`What fits into the last gap of /${beginning}? Say so in test/support/fits.ts.`)
  if (Array.isArray(known)) return known
  const rows = await db.execute<{ fit: string }>(known as SQL)
  return rows.length > 0 ? rows.map(({ fit }) => fit) : [ghost]
}

const isGap = (part: string) => part.startsWith(':') || part === '*'

/** Every address that a pattern stands for, with everything from the database that fits, whoever it belongs to. */
export async function addressesOf(db: Db, pattern: string): Promise<string[]> {
  let found = ['']
  const parts = pattern.split('/').filter(Boolean)
  for (const [place, part] of parts.entries()) {
    const fillings = isGap(part) ? await fitting(db, parts.slice(0, place + 1).join('/')) : [part]
    found = found.flatMap((begun) => fillings.map((one) => (one === '' ? begun : `${begun}/${one}`)))
  }
  return found.map((address) => address || '/')
}
