import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm'
import { applications, hiddenWords, persons } from '../schema/index.ts'

/** What was hidden by hand in what one applicant wrote. */
const hiddenIn = (applicationId: AnyColumn): SQL<string[]> =>
  sql`array(select ${hiddenWords.words} from ${hiddenWords} where ${eq(hiddenWords.applicationId, applicationId)})`

/** Whose words they are, for `gradedText`: in a query that reads the application and its person. */
export const authorOf = (applicationId: AnyColumn = applications.id) => ({
  name: persons.name,
  email: persons.email,
  hidden: hiddenIn(applicationId),
})
