import type { LoaderFunctionArgs } from '@remix-run/node'
import { csv } from '#app/domain/csv.ts'
import { familyOf } from '#app/domain/dimensions.ts'
import { asked, comparisonData } from '#app/server/comparison-data.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { comparison } from '#db/comparison.ts'

const rounded = (value: number | undefined) => (value === undefined ? null : Number(value.toFixed(3)))

/** The comparison as a table of one line a person and criterion; the same people, order and names as on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, locale, t } = await requireStaff(args, 'see-profile')
  const vacancyId = idParam(args, 'id')
  const { chosen, order, hidden } = asked(args.request)
  const read = found(await comparison(db, { viewer, vacancyId, chosen, order, now: now() }))
  const { people, rows } = comparisonData(read, { order, hidden, locale })
  const columns = [
    'person',
    'code',
    'family',
    'dimension',
    'mean',
    'raw',
    'low',
    'high',
    'enough',
    'scenarios',
    'grades',
    'letters',
    'attention',
  ] as const
  const yes = (value: boolean) => t(value ? 'comparison.yes' : 'comparison.no')
  const lines = people.flatMap(({ name, code }, at) =>
    rows.flatMap(({ dimension, cells }) => {
      const cell = cells[at]
      if (!cell) return []
      const { score, parts, scenarios, grades, letters, attention } = cell
      const { t: mean, low, high } = score.enough ? score : { t: undefined, low: undefined, high: undefined }
      return [
        [
          name,
          code,
          t(`domain.families.${familyOf(dimension)}`),
          `${dimension} ${t(`domain.dimensions.${dimension}.name`)}`,
          rounded(mean),
          rounded(score.enough ? (parts?.raw.t ?? mean) : undefined),
          rounded(low),
          rounded(high),
          yes(score.enough),
          scenarios,
          grades.join(' '),
          letters.join(' '),
          yes(attention),
        ],
      ]
    }),
  )
  return new Response(csv([columns.map((column) => t(`comparison.csvHead.${column}`)), ...lines]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${t('comparison.file')}.csv"`,
    },
  })
}
