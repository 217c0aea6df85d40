import { connect } from '#db/connect.ts'
import { gradedDimensions } from '#db/grading/desk.ts'
import { assemble } from '#db/versions.ts'
import { testLibrary } from '#test/support/context.ts'
import { loadAttempts, loadGrading, type Pinned } from './attempts.ts'
import { loadCandidates } from './candidates.ts'
import { foundCompany, loadVacancies } from './company.ts'
import { loadDecisions, loadEvents } from './history.ts'
import type { Fuel } from './shape.ts'
import type { Run } from './sql.ts'

/** The scenarios that ship with the product, as the first publication pinned them. */
function pinned(): Pinned {
  const library = testLibrary()
  const assembled = assemble(library, library.assignments[0]?.key ?? '')
  if (!assembled) throw new Error('no assignment ships with the product')
  const { assignment, rubric, handbook } = assembled
  const sections = assignment.content.sections.map(({ scenario: key }) => {
    const scenario = library.scenario(key)
    if (!scenario) throw new Error(`no scenario ${key}`)
    const dimensions = gradedDimensions(scenario.content, assignment.content)
    return { scenario: key, hash: scenario.hash, dimensions }
  })
  return { assignmentHash: assignment.hash, rubricHash: rubric.hash, handbookHash: handbook.hash, sections }
}

/**
 * The whole data set into a migrated database without an organisation. Set-based, in one session of the administrator;
 * the rows fit together by construction, so that no reference is looked up one by one. Gives the seconds it took.
 */
export async function loadData(input: {
  url: string
  adminUrl: string
  applications: number
  fuel?: Fuel
}): Promise<number> {
  const { url, adminUrl, applications, fuel = { ungraded: 0, writing: 0 } } = input
  const started = performance.now()
  const company = await foundCompany(url, new Date())
  const sql = connect(adminUrl)
  const run: Run = (text) => sql.unsafe(text)
  try {
    await run("set session_replication_role = replica; set work_mem = '128MB'; select setseed(0.5)")
    await loadVacancies(run, { ...company, applications })
    await loadCandidates(run, applications, fuel)
    await loadAttempts(run, applications, pinned())
    await loadGrading(run, pinned())
    await loadDecisions(run)
    await loadEvents(run, company.teamId)
    await run('vacuum analyze')
  } finally {
    await sql.end()
  }
  return (performance.now() - started) / 1000
}
