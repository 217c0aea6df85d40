export type Agreement = { pairs: number; withinOne: number; exact: number }

/** How often two graders of the same answer and dimension gave levels at most one apart, and the same. Counted over all pairs. */
export function agreement(cells: readonly (readonly number[])[]): Agreement {
  const gaps = cells.flatMap((levels) =>
    levels.flatMap((one, index) => levels.slice(index + 1).map((other) => Math.abs(one - other))),
  )
  return {
    pairs: gaps.length,
    withinOne: gaps.filter((gap) => gap <= 1).length,
    exact: gaps.filter((gap) => gap === 0).length,
  }
}
