import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { isId } from '#app/domain/id.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { openTo, refuse, requireStaff } from '#app/server/guard.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import staff from '#app/ui/staff.css?url'
import { title } from '#app/ui/title.ts'
import sheet from '#app/ui/vacancy.css?url'
import { recentMessages } from '#db/messages.ts'

export const meta = title
export const links = () => [staff, sheet].map((href) => ({ rel: 'stylesheet', href }))

/** While the sample team is loaded anybody on this machine may read the mail; afterwards only the owner. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t } = openTo(args, 'everybody')
  if (!(await args.context.sampleMode())) {
    const { viewer } = await requireStaff(args)
    if (!canAnywhere(viewer, 'see-mail')) return refuse(403, 'role-too-low')
  }
  const before = new URL(args.request.url).searchParams.get('before') ?? ''
  const rows = await recentMessages(db, isId(before) ? before : undefined)
  return {
    title: t('shared.mail.title'),
    rows: rows.map(({ id, toName, toAddress, subject, createdAt, sentAt }) => ({
      id,
      toName,
      toAddress,
      subject,
      createdAt,
      sent: sentAt !== null,
    })),
    older: rows.length === 50 ? rows.at(-1)?.id : undefined,
  }
}

export default function MailPage() {
  const { title: heading, rows, older } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  return (
    <PublicPage wide>
      <div className="page-head">
        <div>
          <h1>{heading}</h1>
          <p className="label">{t('shared.mail.keptHere')}</p>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="empty">{t('shared.mail.none')}</p>
      ) : (
        <div className="scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('shared.mail.when')}</th>
                <th scope="col">{t('shared.mail.to')}</th>
                <th scope="col">{t('shared.mail.subject')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="num nowrap">{formats.dateTime(row.createdAt, 'UTC')} UTC</td>
                  <td>
                    {row.toName} <span className="label">{row.toAddress}</span>
                  </td>
                  <td>
                    <Link to={`/dev/mail/${row.id}`}>{row.subject}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {older && <Link to={`/dev/mail?before=${older}`}>{t('shared.mail.older')}</Link>}
    </PublicPage>
  )
}
