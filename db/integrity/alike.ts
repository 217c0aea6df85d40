import { sql } from 'drizzle-orm'
import type { SimilarPair } from '#app/domain/integrity.ts'
import type { Locale } from '#app/domain/locale.ts'
import { type Fingerprint, similarityRules } from '#app/domain/similarity.ts'
import type { Db, Tx } from '../client.ts'
import { answerFingerprints } from '../schema/index.ts'

export interface Printed {
  answerId: string
  personId: string
  scenarioKey: string
  locale: Locale
}

/** More than these few a person does not read side by side. */
const most = 3

export async function keepFingerprint(tx: Tx, of: Printed, { words, hashes }: Fingerprint): Promise<void> {
  const { answerId, scenarioKey, locale } = of
  await tx
    .insert(answerFingerprints)
    .values({ answerId, scenarioKey, locale, words, hashes })
    .onConflictDoUpdate({ target: answerFingerprints.answerId, set: { words, hashes } })
}

/**
 * Answers of other people to the same scenario in the same language with the same wording, the most alike first. The
 * index gives those that share anything; how much is counted by the database too, so that no text and no list leaves it.
 */
export async function answersAlike(db: Db | Tx, of: Printed, print: Fingerprint): Promise<SimilarPair[]> {
  const { leastWords, reviewAt } = similarityRules
  if (print.words < leastWords) return []
  const hashes = sql`${`{${print.hashes.join()}}`}::bigint[]`
  const rows = await db.execute<{ other: string; share: number; words: number }>(sql`
    select near.answer_id as other, near.share, least(near.words, ${print.words}::int) as words
    from (
      select f.answer_id, f.words,
        (select count(*) from unnest(f.hashes) h where h = any(${hashes}))::float8
          / least(cardinality(f.hashes), ${print.hashes.length}::int) as share
      from answer_fingerprints f
      where f.hashes && ${hashes} and f.scenario_key = ${of.scenarioKey} and f.locale = ${of.locale}::locale
        and f.words >= ${leastWords}::int and f.answer_id <> ${of.answerId}::uuid
    ) near
    join answers w on w.id = near.answer_id
    join attempts t on t.id = w.attempt_id
    join applications a on a.id = t.application_id
    where near.share >= ${reviewAt}::float8 and a.person_id <> ${of.personId}::uuid and not a.quarantined
    order by near.share desc, near.answer_id
    limit ${most}`)
  return rows.map(({ other, share, words }) => ({ answerId: of.answerId, otherId: other, share, words }))
}
