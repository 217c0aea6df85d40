import { readSettings } from './env.ts'
import { foundLine, readLibrary } from './scenarios.ts'

/** `npm run scenarios`: one line per problem, as editors and CI read it; exit code 1 when there is any. */
const { parts, found } = readLibrary(readSettings(process.env, []).scenariosFolders)
for (const item of found) process.stdout.write(`${foundLine(item)}\n`)
const articles = parts.handbook?.articles.length ?? 0
process.stdout.write(
  `${parts.scenarios.length} scenarios, ${parts.assignments.length} assignments, ${articles} articles in 3 languages: ${found.length} problems\n`,
)
process.exitCode = found.length > 0 ? 1 : 0
