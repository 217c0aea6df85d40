import { Groups, pairGain, pairsOf, type Shared } from './grader-graph.ts'
import { gradingRules } from './grading.ts'

/** Days a grader has for an answer, the first, second or third to be asked: a shorter time would say that others disagree. Assumed value. */
export const gradingDays = 5

export type Asked = { answer: string; grader: string }

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, index) =>
    combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

/** For the sake of the graph a desk may carry this much more than the emptiest ones. Assumed value. */
const unevenness = 3

/**
 * Whom to ask for the answers of one attempt, so that each has `perAnswer` graders: first a pair that has met least
 * often in this attempt (so that no two people make most of one profile), then one that brings separate groups of
 * graders together, then one with whom each grader comes to share three answers with two others, then those with the
 * least on their desks, then by lot. With too few graders an answer gets those there are.
 */
export function chooseGraders(input: {
  /** `barred`: people who may not grade this one. */
  answers: readonly { id: string; asked: readonly string[]; barred?: readonly string[] }[]
  graders: readonly { id: string; open: number }[]
  /** How many answers of the vacancy each pair has together already. */
  shared?: Shared
  random: () => number
  perAnswer?: number
}): Asked[] {
  const { answers, graders, random, perAnswer = gradingRules.initialGrades } = input
  const met = new Map<string, number>()
  const shared = new Map(input.shared)
  const groups = new Groups(shared)
  const all = graders.map(({ id }) => id)
  const open = new Map(graders.map(({ id, open: count }) => [id, count]))
  for (const { asked } of answers)
    if (asked.length >= perAnswer) for (const pair of pairsOf(asked)) met.set(pair, (met.get(pair) ?? 0) + 1)

  return answers.flatMap(({ id, asked, barred = [] }) => {
    const free = all.filter((grader) => !asked.includes(grader) && !barred.includes(grader))
    const need = Math.min(perAnswer - asked.length, free.length)
    if (need <= 0) return []
    const choices = combinations(free, need).map((picked) => {
      const people = [...asked, ...picked]
      const old = pairsOf(asked)
      const fresh = pairsOf(people).filter((pair) => !old.includes(pair))
      return {
        picked,
        meetings: Math.max(0, ...pairsOf(people).map((pair) => met.get(pair) ?? 0)),
        joined: groups.joined(people),
        gain: fresh.reduce((sum, pair) => sum + pairGain(pair, all, shared), 0),
        load: picked.reduce((sum, grader) => sum + (open.get(grader) ?? 0), 0),
        lot: random(),
      }
    })
    const least = Math.min(...choices.map(({ load }) => load))
    const over = ({ load }: { load: number }) => Math.max(0, load - least - unevenness)
    choices.sort(
      (a, b) =>
        a.meetings - b.meetings ||
        b.joined - a.joined ||
        over(a) - over(b) ||
        b.gain - a.gain ||
        a.load - b.load ||
        a.lot - b.lot,
    )
    const picked = choices[0]?.picked ?? []
    const people = [...asked, ...picked]
    const old = pairsOf(asked)
    for (const pair of pairsOf(people)) {
      met.set(pair, (met.get(pair) ?? 0) + 1)
      if (!old.includes(pair)) shared.set(pair, (shared.get(pair) ?? 0) + 1)
    }
    groups.join(people)
    for (const grader of picked) open.set(grader, (open.get(grader) ?? 0) + 1)
    return picked.map((grader) => ({ answer: id, grader }))
  })
}

/**
 * One more grader for one answer of an attempt, by the same rules. `others` are its other answers: those that have as
 * many graders as this one will have count as meetings.
 */
export function chooseOneMore(
  input: Omit<Parameters<typeof chooseGraders>[0], 'answers' | 'perAnswer'> & {
    answer: Parameters<typeof chooseGraders>[0]['answers'][number]
    others: Parameters<typeof chooseGraders>[0]['answers']
  },
): string | undefined {
  const { answer, others, ...rest } = input
  const perAnswer = answer.asked.length + 1
  const met = others.filter(({ id, asked }) => id !== answer.id && asked.length >= perAnswer)
  return chooseGraders({ ...rest, answers: [...met, answer], perAnswer })[0]?.grader
}
