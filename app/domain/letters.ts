import { distinguishable, type Estimate } from './profile.ts'

/** a … z, then a2 … z2 and so on. */
function letter(index: number): string {
  const round = Math.floor(index / 26)
  return String.fromCharCode(97 + (index % 26)) + (round === 0 ? '' : String(round + 1))
}

/**
 * Compact letter display (Piepho 2004): the letters of each score, in the order given. Two scores share a letter
 * exactly when they are not `distinguishable`; one may carry several, and no letter could be left out. A score that does
 * not exist has none. No correction for many comparisons. Letters start with the highest score.
 */
export function letters(scores: readonly Estimate[]): string[][] {
  const existing = scores.flatMap((score, index) =>
    score.t === undefined || score.v === undefined ? [] : [{ index, t: score.t, v: score.v }],
  )
  const ranked = existing.sort((a, b) => b.t - a.t || a.index - b.index)
  const alike = ranked.map((a) => ranked.map((b) => !distinguishable(a, b)))
  /** In how many groups each pair is. */
  const together = ranked.map(() => ranked.map(() => 0))
  const count = (group: readonly number[], change: 1 | -1) => {
    for (const member of group) {
      const row = together[member] ?? []
      for (const other of group) row[other] = (row[other] ?? 0) + change
    }
  }
  const groups: number[][] = []
  for (let first = 0; first < ranked.length; first++) {
    // Beginning with the pair of a score with itself gives a letter to one who stands alone.
    for (let second = first; second < ranked.length; second++) {
      if (!alike[first]?.[second] || together[first]?.[second]) continue
      const group = second === first ? [first] : [first, second]
      for (let other = 0; other < ranked.length; other++) {
        if (!group.includes(other) && group.every((member) => alike[member]?.[other])) group.push(other)
      }
      count(group, 1)
      groups.push(group)
    }
  }
  // Later groups may hold all pairs of an earlier one.
  const needed = groups.filter((group) => {
    const alone = group.some((member) => group.some((other) => together[member]?.[other] === 1))
    if (!alone) count(group, -1)
    return alone
  })
  const result = scores.map((): string[] => [])
  needed.forEach((group, at) => {
    for (const member of group) {
      const entry = ranked[member]
      if (entry) result[entry.index]?.push(letter(at))
    }
  })
  return result
}
