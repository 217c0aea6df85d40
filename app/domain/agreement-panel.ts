import { type Agreement, agreement, agreementWord, gwetAC, krippendorffAlpha } from './agreement.ts'
import type { Bootstrap } from './bootstrap.ts'
import type { Coefficient } from './coefficient.ts'
import { type Level, levels } from './dimensions.ts'
import { iccUnequal } from './icc.ts'

/** What the panel's words rest on, besides `agreementRules` and `gradingRules`. Assumed values. */
export const panelRules = {
  /** Answers with two levels or more; below it the panel says "too few". */
  fewestDoubles: 10,
  /** Grades as near as agreement asks, and α below this: nearly everybody gave the same level to everything. */
  lowAlpha: 0.4,
  /** Two levels at least this far apart make an answer an example to look at together. */
  apart: 2,
  examples: 2,
  /** As many resamples as make half a million draws: 1000 where answers are few, 200 where the interval is narrow anyway. */
  bootstrap: { draws: 500_000, fewest: 200, most: 1000, seed: 20_251_125 },
}

/** Counted up whenever the same grades would give other figures. */
export const panelVersion = 1

/** One revealed grade of one dimension; `level: null` is "not shown". `week`: the Monday of the answer's last lock. */
export interface PanelRow {
  answer: string
  code: string
  grader: string
  level: Level | null
  week: string
}

export interface PairFigures extends Agreement {
  graders: [string, string]
}
/** How often a grader gave each level, 1 first, and "not shown". */
export interface LevelCounts {
  grader: string
  counts: number[]
  notShown: number
}

export interface DimensionFigures {
  /** Revealed answers with a level. */
  answers: number
  /** Of these, the ones with two levels or more. */
  doubles: number
  /** How many people gave a level. */
  graders: number
  agreement: Agreement
  /** Krippendorff's α, ordinal; the interval is a seeded bootstrap over answers. */
  alpha: Coefficient
  /** Gwet's AC2, quadratic, over the five levels. */
  ac2: Coefficient
  /** ICC(1) of a single grade, for different numbers of graders. */
  icc: Coefficient
  between: PairFigures[]
  levels: LevelCounts[]
  weeks: (Agreement & { week: string })[]
  /** The answers whose levels lie farthest apart. */
  widest: { answer: string; code: string; range: number }[]
}

/** The Monday (UTC) of a moment's week, as a day. */
export function weekOf(moment: Date): string {
  const day = (moment.getUTCDay() + 6) % 7
  return new Date(moment.getTime() - day * 86_400_000).toISOString().slice(0, 10)
}

export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export const inOrder = (rows: readonly PanelRow[]): PanelRow[] =>
  [...rows].sort((a, b) =>
    a.answer === b.answer ? (a.grader < b.grader ? -1 : 1) : a.answer < b.answer ? -1 : 1,
  )

export function addUp(parts: readonly Agreement[]): Agreement {
  return {
    pairs: parts.reduce((sum, { pairs }) => sum + pairs, 0),
    withinOne: parts.reduce((sum, { withinOne }) => sum + withinOne, 0),
    exact: parts.reduce((sum, { exact }) => sum + exact, 0),
  }
}

function bootstrapFor(units: number): Bootstrap {
  const { draws, fewest, most, seed } = panelRules.bootstrap
  return { samples: Math.min(most, Math.max(fewest, Math.floor(draws / Math.max(1, units)))), seed }
}

const range = (given: readonly number[]) => Math.max(...given) - Math.min(...given)

/**
 * What revealed grades say about one dimension of a vacancy. Pure and independent of the rows' order: the same rows
 * give the same figures to the last digit. The caller leaves out every answer that somebody has yet to lock.
 */
export function dimensionFigures(rows: readonly PanelRow[]): DimensionFigures {
  const sorted = inOrder(rows)
  const given = sorted.flatMap((row) => (row.level === null ? [] : [{ ...row, level: row.level }]))
  const answers = [...grouped(given, ({ answer }) => answer).values()]
  const doubles = answers.filter((own) => own.length >= 2)
  const cells = doubles.map((own) => own.map(({ level }) => level))
  const bootstrap = bootstrapFor(cells.length)
  const slots = cells.reduce((most, cell) => Math.max(most, cell.length), 0)
  const widest = doubles
    .flatMap((own) => {
      const [first] = own
      return first ? [{ ...first, range: range(own.map(({ level }) => level)) }] : []
    })
    .filter((one) => one.range >= panelRules.apart)
    .sort((a, b) => b.range - a.range || (a.answer < b.answer ? -1 : 1))
  return {
    answers: answers.length,
    doubles: doubles.length,
    graders: new Set(given.map(({ grader }) => grader)).size,
    agreement: agreement(cells),
    // Who gave a level changes nothing, so that the first of every answer may stand in one row.
    alpha: krippendorffAlpha(
      Array.from({ length: slots }, (_, slot) => cells.map((cell) => cell[slot] ?? null)),
      'ordinal',
      { bootstrap },
    ),
    ac2: gwetAC(cells, { categories: levels.length, weights: 'quadratic', bootstrap }),
    icc: iccUnequal(cells).icc1,
    between: pairsBetween(doubles),
    levels: [...grouped(sorted, ({ grader }) => grader)].map(([grader, own]) => ({
      grader,
      counts: levels.map((level) => own.filter((row) => row.level === level).length),
      notShown: own.filter(({ level }) => level === null).length,
    })),
    weeks: [...grouped(doubles.flat(), ({ week }) => week)].map(([week, own]) => ({
      week,
      ...agreement(
        [...grouped(own, ({ answer }) => answer).values()].map((cell) => cell.map(({ level }) => level)),
      ),
    })),
    widest: widest.slice(0, panelRules.examples).map(({ answer, code, range }) => ({ answer, code, range })),
  }
}

type Given = Omit<PanelRow, 'level'> & { level: Level }

function pairsBetween(answers: readonly Given[][]): PairFigures[] {
  const met = new Map<string, { graders: [string, string]; cells: number[][] }>()
  for (const own of answers)
    own.forEach((one, index) => {
      for (const other of own.slice(index + 1)) {
        const key = `${one.grader} ${other.grader}`
        const pair = met.get(key) ?? { graders: [one.grader, other.grader], cells: [] }
        met.set(key, pair)
        pair.cells.push([one.level, other.level])
      }
    })
  return [...met]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { graders, cells }]) => ({ graders, ...agreement(cells) }))
}

export type PanelWord = 'few' | 'good' | 'same-level' | 'partial' | 'poor'

/**
 * The dimension in one word. "same-level": the grades are as near as agreement asks, and α is low all the same, since
 * nearly all are one level; then nearness proves little.
 */
export function panelWord({ doubles, agreement: shares, alpha }: DimensionFigures): PanelWord {
  if (doubles < panelRules.fewestDoubles) return 'few'
  const word = agreementWord(shares)
  if (word !== 'good') return word
  return alpha.value === undefined || alpha.value < panelRules.lowAlpha ? 'same-level' : 'good'
}

/** Pairs over several dimensions, for the matrix of graders. */
export function matrixOf(figures: readonly DimensionFigures[]): PairFigures[] {
  return [
    ...grouped(
      figures.flatMap(({ between }) => between),
      ({ graders }) => graders.join(' '),
    ).values(),
  ].flatMap((own) => (own[0] ? [{ graders: own[0].graders, ...addUp(own) }] : []))
}

/** Agreement week by week over several dimensions. */
export function weeksOf(figures: readonly DimensionFigures[]): (Agreement & { week: string })[] {
  return [
    ...grouped(
      figures.flatMap(({ weeks }) => weeks),
      ({ week }) => week,
    ),
  ].map(([week, own]) => ({ week, ...addUp(own) }))
}
