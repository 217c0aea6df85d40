import { eq } from 'drizzle-orm'
import { type AssignmentContent, assignmentContent } from '#app/domain/scenario/assignment.ts'
import { type ScenarioContent, scenarioContent } from '#app/domain/scenario/kinds.ts'
import { type RubricContent, rubricContent } from '#app/domain/scenario/rubric.ts'
import type { Db, Tx } from './client.ts'
import { scenarioVersions } from './schema/index.ts'

/** A hash names one content for ever, so that what was read once need not be read again. */
function reader<T>(parse: (content: unknown) => T, most: number) {
  const read = new Map<string, T>()
  return async (db: Db | Tx, hash: string): Promise<T> => {
    const known = read.get(hash)
    if (known) return known
    const [row] = await db
      .select({ content: scenarioVersions.content })
      .from(scenarioVersions)
      .where(eq(scenarioVersions.hash, hash))
    if (!row) throw new Error(`no content is kept under ${hash}`)
    const content = parse(row.content)
    const [oldest] = read.keys()
    if (read.size >= most && oldest !== undefined) read.delete(oldest)
    read.set(hash, content)
    return content
  }
}

/** The scenario that an answer belongs to, as it was when the vacancy was published. */
export const pinnedScenario = reader<ScenarioContent>((content) => scenarioContent.parse(content), 100)
export const pinnedAssignment = reader<AssignmentContent>((content) => assignmentContent.parse(content), 50)
export const pinnedRubric = reader<RubricContent>((content) => rubricContent.parse(content), 20)
