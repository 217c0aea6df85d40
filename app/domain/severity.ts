import { isFigure } from './coefficient.ts'

/** One locked level: which answer, who gave it. */
export type SeverityRow = { answer: string; grader: string; level: number }

/**
 * How a grader differs from the others, in levels: above 0 gives more than they do, below 0 gives less. `shrunk` is
 * drawn towards 0, `se` the standard error of `delta` (absent when no rating is left over to estimate it from), `n` the
 * grader's ratings of answers that somebody else rated too.
 */
export type GraderSeverity =
  | { delta: number; shrunk: number; se?: number; n: number }
  | { delta: undefined; shrunk: undefined; se?: undefined; n: 0; reason: 'not-connected' | 'too-few-raters' }

export type Severity = {
  /** Whether shared answers lead from every grader to every other. */
  connected: boolean
  /** Graders by group of who can be compared with whom. Between groups deltas say nothing. */
  components: string[][]
  graders: Record<string, GraderSeverity>
}

/** λ = σ²_e / σ²_r: as many ratings pull a delta half-way to 0. Assumed value. */
export const severityLambda = 4

function byKey<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** Union–find over graders who met on an answer. */
function componentsOf(graders: readonly string[], answers: readonly SeverityRow[][]): string[][] {
  const parent = new Map(graders.map((grader) => [grader, grader]))
  const root = (grader: string): string => {
    let at = grader
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(grader, at)
    return at
  }
  for (const [first, ...others] of answers) {
    for (const other of others) if (first) parent.set(root(other.grader), root(first.grader))
  }
  return [...byKey(graders, root).values()]
}

/** The inverse of a symmetric positive definite matrix, by Gauss and Jordan. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  rows.forEach((pivot, at) => {
    const head = pivot[at] ?? 1
    for (let j = 0; j < 2 * size; j++) pivot[j] = (pivot[j] ?? 0) / head
    rows.forEach((row, i) => {
      const factor = row[at] ?? 0
      if (i === at || factor === 0) return
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    })
  })
  return rows.map((row) => row.slice(size))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Deltas of graders who are connected (Σδ = 0), what their variance is per unit of σ²_e, and the squares left over. */
function solve(graders: readonly string[], answers: readonly SeverityRow[][]) {
  const place = new Map(graders.map((grader, index) => [grader, index]))
  const size = graders.length
  const normal = graders.map(() => graders.map(() => 1 / size))
  const right = graders.map(() => 0)
  const ratings = graders.map(() => 0)
  const add = (i: number, j: number, value: number) => {
    const row = normal[i]
    if (row) row[j] = (row[j] ?? 0) + value
  }
  for (const rows of answers) {
    const average = mean(rows.map(({ level }) => level))
    const places = rows.map(({ grader }) => place.get(grader) ?? 0)
    rows.forEach(({ level }, index) => {
      const at = places[index] ?? 0
      right[at] = (right[at] ?? 0) + level - average
      ratings[at] = (ratings[at] ?? 0) + 1
      add(at, at, 1)
      for (const other of places) add(at, other, -1 / rows.length)
    })
  }
  const solved = inverse(normal)
  const raw = solved.map((row) => row.reduce((sum, value, j) => sum + value * (right[j] ?? 0), 0))
  const delta = raw.map((value) => value - mean(raw))
  let left = 0
  for (const rows of answers) {
    const adjusted = rows.map(({ grader, level }) => level - (delta[place.get(grader) ?? 0] ?? 0))
    const answer = mean(adjusted)
    for (const value of adjusted) left += (value - answer) ** 2
  }
  return { delta, ratings, variance: solved.map((row, i) => (row[i] ?? 0) - 1 / size), left }
}

/**
 * Severity of graders (two-way additive, unbalanced; assessment model, "Rater severity, simple"): the minimum of
 * Σ (x_ig − μ − θ_i − δ_g)² with Σδ_g = 0, the one that alternating means run towards, solved at once because the
 * standard errors need the same inverse. δ̂_g = δ_g · n_g / (n_g + λ); an adjusted level is x − δ̂_g. σ²_e is what the
 * model leaves over, by its degrees of freedom, over all groups together.
 *
 * Answers with one grader only say nothing and are left out. Where graders are not connected, `connected` is false,
 * every group has deltas of its own that sum to 0, and a grader who met nobody has none. The order of the rows changes
 * nothing. RangeError for a level that is absent, not finite or beyond ±1e100, or a negative λ.
 */
export function severity(
  rows: readonly SeverityRow[],
  { lambda = severityLambda }: { lambda?: number } = {},
): Severity {
  const wrong = rows.find(({ level }) => !isFigure(level))
  if (wrong) throw new RangeError(`${wrong.level} is not a level`)
  if (!isFigure(lambda) || lambda < 0) throw new RangeError(`${lambda} is not a λ`)
  const key = ({ answer, grader, level }: SeverityRow) => JSON.stringify([answer, grader, level])
  const sorted = rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
  const all = [...new Set(rows.map(({ grader }) => grader))].sort()
  const shared = [...byKey(sorted, ({ answer }) => answer).values()].filter(
    (given) => new Set(given.map(({ grader }) => grader)).size >= 2,
  )
  const components = componentsOf(all, shared)
  const solutions = components
    .filter((graders) => graders.length >= 2)
    .map((graders) => {
      const members = new Set(graders)
      return {
        graders,
        ...solve(
          graders,
          shared.filter(([first]) => first && members.has(first.grader)),
        ),
      }
    })
  const spent = shared.length + solutions.reduce((sum, { graders }) => sum + graders.length - 1, 0)
  const freedom = shared.flat().length - spent
  const residual = solutions.reduce((sum, { left }) => sum + left, 0) / freedom

  const estimated = new Map<string, GraderSeverity>()
  for (const { graders, delta, ratings, variance } of solutions) {
    graders.forEach((grader, index) => {
      const [own = 0, n = 0] = [delta[index], ratings[index]]
      const error = freedom > 0 ? { se: Math.sqrt(residual * Math.max(0, variance[index] ?? 0)) } : {}
      estimated.set(grader, { delta: own, shrunk: (own * n) / (n + lambda), ...error, n })
    })
  }
  const reason = all.length < 2 ? 'too-few-raters' : 'not-connected'
  const nobody: GraderSeverity = { delta: undefined, shrunk: undefined, n: 0, reason }
  return {
    connected: components.length === 1,
    components,
    graders: Object.fromEntries(all.map((grader) => [grader, estimated.get(grader) ?? nobody])),
  }
}
