/** What the work of graders should look like so that they can be compared. Assumed values. */
export const graphRules = { sharedAnswers: 3, partners: 2 }

/** Two graders, whichever is named first. */
export const pairOf = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

export function pairsOf(people: readonly string[]): string[] {
  return people.flatMap((first, index) => people.slice(index + 1).map((second) => pairOf(first, second)))
}

/** How many answers two graders both have: the lines of the graph, by `pairOf`. */
export type Shared = ReadonlyMap<string, number>

/** Union–find over who shares an answer: groups of graders who can be compared with each other. */
export class Groups {
  readonly #parent = new Map<string, string>()

  constructor(shared: Shared = new Map()) {
    for (const [pair, count] of shared) if (count > 0) this.join(pair.split(' '))
  }

  of(grader: string): string {
    let at = grader
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up
    return at
  }

  join(people: readonly string[]): void {
    const [first, ...others] = people
    if (first === undefined) return
    for (const other of others) {
      const [root, top] = [this.of(other), this.of(first)]
      if (root !== top) this.#parent.set(root, top)
    }
  }

  /** How many separate groups these people would bring together. */
  joined(people: readonly string[]): number {
    return new Set(people.map((one) => this.of(one))).size - 1
  }
}

/** With how many others a grader shares enough answers to be compared with them. */
export function partnersOf(grader: string, others: readonly string[], shared: Shared): number {
  return others.filter(
    (other) => other !== grader && (shared.get(pairOf(grader, other)) ?? 0) >= graphRules.sharedAnswers,
  ).length
}

/**
 * What an answer shared by these two brings nearer to "three answers with two others each": more for a pair that has
 * begun than for a new one, so that few answers suffice; nothing for a pair that is complete or whose both have enough.
 */
export function pairGain(pair: string, graders: readonly string[], shared: Shared): number {
  const count = shared.get(pair) ?? 0
  if (count >= graphRules.sharedAnswers) return 0
  const short = pair
    .split(' ')
    .filter((grader) => partnersOf(grader, graders, shared) < graphRules.partners).length
  return short === 0 ? 0 : short * (count + 1)
}
