import { type CompareOrder, comparisonRules } from '#app/domain/comparison.ts'
import { countingData } from '#app/domain/counting.ts'
import { isDimension } from '#app/domain/dimensions.ts'
import { isId } from '#app/domain/id.ts'
import type { Locale } from '#app/domain/locale.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import type { Comparison } from '#db/comparison.ts'

/** What the address asks for: whom, in which order, with names or codes. Anything else in it is not read. */
export function asked(request: Request) {
  const { searchParams } = new URL(request.url)
  const order = searchParams.get('order')
  return {
    chosen: [...new Set(searchParams.getAll('with'))].filter((id) => isId(id)).slice(0, 100),
    order: (isDimension(order) ? order : 'name') satisfies CompareOrder as CompareOrder,
    hidden: searchParams.get('names') === 'hidden',
  }
}

/** What the comparison shows, field by field. With hidden names they are not sent at all. */
export function comparisonData(
  found: Comparison,
  input: { order: CompareOrder; hidden: boolean; locale: Locale },
) {
  const { order, hidden, locale } = input
  const shown = ({ id, name, code, stage }: Comparison['people'][number]) => ({
    id,
    name: hidden ? code : name,
    code,
    stage,
  })
  const { title, lang } = titleOf(found.vacancy, locale)
  return {
    vacancy: { id: found.vacancy.id, title, lang },
    zone: found.zone,
    frozenAt: found.frozenAt?.toISOString() ?? null,
    order,
    hidden,
    most: comparisonRules.most,
    people: found.people.map(shown),
    rows: found.rows.map(({ dimension, cells }) => ({
      dimension,
      cells: cells.map(({ id, score, parts, grades, letters, attention, line }) => ({
        id,
        parts,
        score: { t: score.t, low: score.low, high: score.high, enough: score.enough },
        scenarios: score.scenarios,
        grades,
        letters,
        attention,
        line,
      })),
    })),
    indices:
      found.indices &&
      found.people.map(({ id }) => {
        const index = found.indices?.get(id)
        return index?.value === undefined
          ? { id, value: null, low: null, high: null, reason: index?.reason ?? ('evidence-missing' as const) }
          : { id, value: index.value, low: index.low, high: index.high, reason: null }
      }),
    counting: found.counting && countingData(found.counting),
    offered: found.offered.map(shown),
    left: {
      other: found.left.other.map((one) => shown(one).name),
      waiting: found.left.waiting.map((one) => shown(one).name),
      tooMany: found.left.tooMany,
    },
  }
}
export type ComparisonData = ReturnType<typeof comparisonData>
