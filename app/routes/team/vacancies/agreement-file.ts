import type { LoaderFunctionArgs } from '@remix-run/node'
import { agreementCsv } from '#app/server/agreement-csv.ts'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { agreementOf } from '#db/agreement.ts'

/** The panel as a file for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale, now } = await requireStaff(args, 'see-agreement')
  const vacancyId = idParam(args, 'id')
  const panel = found(await agreementOf(db, { viewer, vacancyId, locale }))
  const name = `${t('agreement.file.name')}-${now().toISOString().slice(0, 10)}.csv`
  return new Response(agreementCsv(panel, t), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
