import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { SimilarPair } from '#app/domain/integrity.ts'
import type { Locale } from '#app/domain/locale.ts'
import { bodyText, readAnswer } from '#app/domain/scenario/body.ts'
import {
  alike,
  containment,
  type Fingerprint,
  fingerprint,
  indexed,
  similarityRules,
} from '#app/domain/similarity.ts'
import type { Tx } from '../client.ts'
import { pinnedScenario } from '../pinned.ts'
import { answerFingerprints, answers, applications, attempts } from '../schema/index.ts'
import { shownTo } from './shown.ts'

export interface Printed {
  answerId: string
  personId: string
  scenarioKey: string
  locale: Locale
}

/** More than these few a person does not read side by side. */
const most = 3
/** Of what the index keeps, which is every second hash: this little is compared in full. */
const worthComparing = { shared: 2, share: similarityRules.reviewAt / 2 }

const placeOf = ({ scenarioKey, locale }: Printed) => `${scenarioKey}/${locale}`

export async function keepFingerprint(tx: Tx, of: Printed, print: Fingerprint): Promise<void> {
  const kept = { words: print.words, hashes: indexed(print, placeOf(of)) }
  await tx
    .insert(answerFingerprints)
    .values({ answerId: of.answerId, ...kept })
    .onConflictDoUpdate({ target: answerFingerprints.answerId, set: kept })
}

/** The answers that may share wording with this one, by the index alone, the most likely first. */
export async function likelyAlike(tx: Tx, of: Printed, print: Fingerprint): Promise<string[]> {
  const { leastWords } = similarityRules
  const own = indexed(print, placeOf(of))
  if (print.words < leastWords || own.length === 0) return []
  const hashes = sql`${`{${own.join()}}`}::bigint[]`
  // Taken apart in the select list, where Postgres does not first write every list down.
  const rows = await tx.execute<{ id: string }>(sql`
    select near.answer_id as id from (
      select part.answer_id, least(part.size, ${own.length}::int) as shorter, count(*) as shared
      from (
        select f.answer_id, cardinality(f.hashes) as size, unnest(f.hashes) as hash
        from answer_fingerprints f
        where f.hashes && ${hashes} and f.words >= ${leastWords}::int and f.answer_id <> ${of.answerId}::uuid
      ) part
      where part.hash = any(${hashes})
      group by part.answer_id, part.size
    ) near
    where near.shared >= ${worthComparing.shared}::int
      and near.shared >= ${worthComparing.share}::float8 * near.shorter
    order by near.shared::float8 / near.shorter desc, near.answer_id
    limit ${4 * most}`)
  return rows.map(({ id }) => id)
}

/**
 * Answers of other people to the same scenario in the same language with the same wording, the most alike first: found by
 * the index, compared in full.
 */
export async function answersAlike(tx: Tx, of: Printed, print: Fingerprint): Promise<SimilarPair[]> {
  const likely = await likelyAlike(tx, of, print)
  if (likely.length === 0) return []
  const rows = await tx
    .select({
      id: answers.id,
      hash: answers.scenarioHash,
      body: answers.body,
      locale: attempts.locale,
      seed: attempts.seed,
    })
    .from(answers)
    .innerJoin(attempts, eq(attempts.id, answers.attemptId))
    .innerJoin(applications, eq(applications.id, attempts.applicationId))
    .where(
      and(
        inArray(answers.id, likely),
        ne(applications.personId, of.personId),
        eq(applications.quarantined, false),
      ),
    )
  const pairs: SimilarPair[] = []
  for (const { id, hash, body, ...attempt } of rows) {
    const content = await pinnedScenario(tx, hash)
    const answer = readAnswer(content, body)
    if (!answer) continue
    const other = fingerprint(bodyText(content, answer), shownTo(content, attempt))
    if (!alike(print, other)) continue
    const share = containment(print.hashes, other.hashes)
    pairs.push({ answerId: of.answerId, otherId: id, share, words: Math.min(print.words, other.words) })
  }
  return pairs.sort((a, b) => b.share - a.share || (a.otherId < b.otherId ? -1 : 1)).slice(0, most)
}
