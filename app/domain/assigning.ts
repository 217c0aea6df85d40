import { gradingRules } from './grading.ts'

/** Days a grader has for an answer, and for one that waits for a further grade. Assumed values. */
export const gradingDays = { initial: 5, further: 3 }

export type Asked = { answer: string; grader: string }

function pairsOf(people: readonly string[]): string[] {
  const sorted = [...people].sort()
  return sorted.flatMap((first, index) => sorted.slice(index + 1).map((second) => `${first} ${second}`))
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

/**
 * Whom to ask for the answers of one attempt, so that each has `perAnswer` graders: first a pair that has met least
 * often in this attempt (so that no two people make most of one profile), then those with the least on their desks,
 * then by lot. With too few graders an answer gets those there are.
 */
export function chooseGraders(input: {
  /** `barred`: people who may not grade this one. */
  answers: readonly { id: string; asked: readonly string[]; barred?: readonly string[] }[]
  graders: readonly { id: string; open: number }[]
  random: () => number
  perAnswer?: number
}): Asked[] {
  const { answers, graders, random, perAnswer = gradingRules.initialGrades } = input
  const met = new Map<string, number>()
  const open = new Map(graders.map(({ id, open: count }) => [id, count]))
  const meet = (people: readonly string[]) => {
    for (const pair of pairsOf(people)) met.set(pair, (met.get(pair) ?? 0) + 1)
  }
  for (const { asked } of answers) if (asked.length >= perAnswer) meet(asked)

  return answers.flatMap(({ id, asked, barred = [] }) => {
    const free = graders
      .map((grader) => grader.id)
      .filter((grader) => !asked.includes(grader) && !barred.includes(grader))
    const need = Math.min(perAnswer - asked.length, free.length)
    if (need <= 0) return []
    const choices = combinations(free, need).map((picked) => ({
      picked,
      meetings: Math.max(0, ...pairsOf([...asked, ...picked]).map((pair) => met.get(pair) ?? 0)),
      load: picked.reduce((sum, grader) => sum + (open.get(grader) ?? 0), 0),
      lot: random(),
    }))
    choices.sort((a, b) => a.meetings - b.meetings || a.load - b.load || a.lot - b.lot)
    const picked = choices[0]?.picked ?? []
    meet([...asked, ...picked])
    for (const grader of picked) open.set(grader, (open.get(grader) ?? 0) + 1)
    return picked.map((grader) => ({ answer: id, grader }))
  })
}
