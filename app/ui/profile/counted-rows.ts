import { dimensions } from '#app/domain/dimensions.ts'
import type { Signal, SignalSum } from '#app/domain/signals.ts'
import type { CountedRow, ProfileData } from './types.ts'

interface Counted {
  sums: readonly SignalSum[]
  escalation: { value: number; level: number } | null
  handling: number | null
  byScenario: readonly (Signal & { scenarioKey: string })[]
}

const shares = ['R', 'F', 'I', 'P', 'lookup', 'N'] as const

/** The sums as the profile's table shows them: escalation as one row of two counts, judgement by dimension apart. */
export function countedRows({ sums, escalation, handling, byScenario }: Counted): ProfileData['counted'] {
  const row = (code: CountedRow['code'], source: string = code): CountedRow[] => {
    const sum = sums.find((one) => one.code === source)
    if (!sum) return []
    const { count, of, interval, level, value, few } = sum
    const cases = byScenario.flatMap((one) =>
      one.code === source && one.of > 0 && interval !== null
        ? [{ scenarioKey: one.scenarioKey, count: one.count, of: one.of }]
        : [],
    )
    const { low = null, high = null } = interval ?? {}
    return [{ code, count, of, low, high, level, value, few, cases: cases.length > 1 ? cases : [] }]
  }
  const handedOver = ['J-needless', 'J-missed'].map((code) => sums.find((one) => one.code === code))
  const [needless, missed] = handedOver
  const j: CountedRow[] =
    escalation === null
      ? []
      : [
          {
            code: 'J',
            count: (missed?.of ?? 0) - (missed?.count ?? 0),
            of: missed?.of ?? 0,
            low: null,
            high: null,
            level: escalation.level,
            value: escalation.value,
            few: (needless?.of ?? 0) + (missed?.of ?? 0) < 5,
            cases: [],
          },
        ]
  return {
    rows: [
      ...shares.slice(0, 4).flatMap((code) => row(code)),
      ...j,
      ...row('C'),
      ...shares.slice(4).flatMap((code) => row(code)),
      ...row('SJT'),
      ...row('SJT-rate'),
    ],
    handling,
    judged: dimensions.flatMap((dimension) => {
      const level = sums.find(({ code }) => code === `SJT-${dimension}`)?.level
      return level == null ? [] : [{ dimension, level }]
    }),
  }
}
