export const activeStages = [
  'applied',
  'screening',
  'assignment',
  'grading',
  'references',
  'interview',
  'decision',
  'offer',
] as const
export const closedStages = ['hired', 'rejected', 'withdrawn', 'talent-pool'] as const
export const stages = [...activeStages, ...closedStages] as const
export type ActiveStage = (typeof activeStages)[number]
export type Stage = (typeof stages)[number]

export const movers = ['staff', 'candidate', 'system'] as const
export type Mover = (typeof movers)[number]

/**
 * What must be true before a move. Each is established by the verb inside its transaction.
 * `attempt-closed`: handed in, or closed by its deadline. `…-decided`: the decision in force is of that kind and has a
 * human author and a reason. `opening-left`: more openings than hires and open offers of others. `return-open`: the
 * time for bringing a withdrawn or just rejected application back is not over. `left-from-there`: it left that very
 * stage.
 */
export const facts = [
  'assignment-invited',
  'attempt-closed',
  'grading-complete',
  'offer-decided',
  'rejection-decided',
  'reopening-decided',
  'opening-left',
  'offer-accepted',
  'offer-declined',
  'offer-withdrawn',
  'pool-consent',
  'return-open',
  'left-from-there',
] as const
export type Fact = (typeof facts)[number]
export type Facts = Partial<Record<Fact, boolean>>

export type Move = { from: Stage; to: Stage; by: Mover; needs?: readonly Fact[] }
export type MoveRefusal = 'already-there' | 'no-such-move' | 'not-your-move' | `needs-${Fact}`

const forward: Move[] = [
  { from: 'applied', to: 'screening', by: 'staff' },
  { from: 'screening', to: 'applied', by: 'staff' },
  { from: 'applied', to: 'assignment', by: 'staff', needs: ['assignment-invited'] },
  { from: 'screening', to: 'assignment', by: 'staff', needs: ['assignment-invited'] },
  { from: 'assignment', to: 'grading', by: 'system', needs: ['attempt-closed'] },
  { from: 'grading', to: 'references', by: 'staff', needs: ['grading-complete'] },
  { from: 'grading', to: 'interview', by: 'staff', needs: ['grading-complete'] },
  { from: 'grading', to: 'decision', by: 'staff', needs: ['grading-complete'] },
  { from: 'references', to: 'interview', by: 'staff' },
  { from: 'references', to: 'decision', by: 'staff' },
  { from: 'interview', to: 'references', by: 'staff' },
  { from: 'interview', to: 'decision', by: 'staff' },
  { from: 'decision', to: 'references', by: 'staff' },
  { from: 'decision', to: 'interview', by: 'staff' },
  { from: 'decision', to: 'offer', by: 'staff', needs: ['offer-decided', 'opening-left'] },
  { from: 'offer', to: 'hired', by: 'candidate', needs: ['offer-accepted', 'opening-left'] },
  { from: 'offer', to: 'decision', by: 'candidate', needs: ['offer-declined'] },
  { from: 'offer', to: 'decision', by: 'staff', needs: ['offer-withdrawn'] },
]

const leaving: Move[] = activeStages.flatMap((from): Move[] => [
  { from, to: 'rejected', by: 'staff', needs: ['rejection-decided'] },
  { from, to: 'withdrawn', by: 'candidate' },
])

// An offer does not survive a withdrawal: who left at the offer comes back to the decision.
const returning: Move[] = activeStages
  .filter((to) => to !== 'offer')
  .map((to): Move => ({ from: 'withdrawn', to, by: 'candidate', needs: ['return-open', 'left-from-there'] }))

// Taking a rejection back within its seconds: a person's act, done by the system since nothing else is decided anew.
const undoing = activeStages.map(
  (to): Move => ({ from: 'rejected', to, by: 'system', needs: ['return-open', 'left-from-there'] }),
)

const afterwards: Move[] = [
  { from: 'rejected', to: 'decision', by: 'staff', needs: ['reopening-decided'] },
  { from: 'rejected', to: 'talent-pool', by: 'staff', needs: ['pool-consent'] },
  { from: 'withdrawn', to: 'talent-pool', by: 'staff', needs: ['pool-consent'] },
  { from: 'talent-pool', to: 'screening', by: 'staff', needs: ['pool-consent', 'opening-left'] },
  { from: 'talent-pool', to: 'withdrawn', by: 'candidate' },
]

/** Every allowed move of an application, in the order in which the interface lists them. Nothing else moves one. */
export const moves: readonly Move[] = [...forward, ...leaving, ...returning, ...undoing, ...afterwards]

/** The moves that start at a stage, all of them or those of one mover. */
export function movesFrom(stage: Stage, by?: Mover): Move[] {
  return moves.filter((row) => row.from === stage && (by === undefined || row.by === by))
}

/**
 * May the application go from `stage` to `to`? A fact that is not given counts as false. The refusal names the first
 * missing fact in the table's order.
 */
export function move(
  stage: Stage,
  to: Stage,
  known: Facts,
  by: Mover = 'staff',
): { ok: true } | { refused: MoveRefusal } {
  if (stage === to) return { refused: 'already-there' }
  const rows = moves.filter((row) => row.from === stage && row.to === to)
  if (rows.length === 0) return { refused: 'no-such-move' }
  const row = rows.find((candidate) => candidate.by === by)
  if (!row) return { refused: 'not-your-move' }
  const missing = row.needs?.find((fact) => known[fact] !== true)
  return missing ? { refused: `needs-${missing}` } : { ok: true }
}

export function isStage(value: unknown): value is Stage {
  return stages.some((stage) => stage === value)
}

/** Still being considered, so that work such as grading and mail may go on. */
export function isActive(stage: Stage): stage is ActiveStage {
  return activeStages.some((active) => active === stage)
}

const onRoad = (stage: Stage) => isActive(stage) || stage === 'hired'

/** From where an application has left the road when it has moved: null while it is on it, undefined for no change. */
export function leftFromAfter({ from, to }: { from: Stage; to: Stage }): Stage | null | undefined {
  if (onRoad(to)) return null
  return onRoad(from) ? from : undefined
}

/** Where a withdrawn application returns to, given the stage at which it was withdrawn. */
export function returnStage(leftFrom: ActiveStage): ActiveStage {
  return leftFrom === 'offer' ? 'decision' : leftFrom
}
