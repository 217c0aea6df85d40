export type Pip = { x: number; y: number }

const pair = [-0.5, 0.5]
const three = [-1, 0, 1]
const column = (x: number, rows: readonly number[]): Pip[] => rows.map((y) => ({ x, y }))
const faces: Record<number, Pip[]> = {
  1: column(0, [0]),
  2: column(0, pair),
  3: column(0, three),
  4: [...column(-0.5, pair), ...column(0.5, pair)],
  5: [...column(-0.74, [-0.74, 0.74]), { x: 0, y: 0 }, ...column(0.74, [-0.74, 0.74])],
  6: [...column(-0.5, three), ...column(0.5, three)],
}

/** Where several grades on one level lie: like the pips of a die, in steps around the middle; above six in columns of three. */
export function pips(count: number): Pip[] {
  const face = faces[count]
  if (face) return face
  const columns = Math.ceil(count / 3)
  return Array.from({ length: count }, (_, index) => {
    const at = Math.floor(index / 3)
    const rows = at < columns - 1 || count % 3 === 0 ? 3 : count % 3
    return { x: at - (columns - 1) / 2, y: (index % 3) - (rows - 1) / 2 }
  })
}
