import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, openTo, refuse, requireStaff } from '#app/server/guard.ts'
import { fillLinks } from '#app/server/mail.ts'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title } from '#app/ui/title.ts'
import { messageById } from '#db/messages.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, secret, appUrl, t } = openTo(args, 'everybody')
  if (!(await args.context.sampleMode())) {
    const { viewer } = await requireStaff(args)
    if (!canAnywhere(viewer, 'see-mail')) return refuse(403, 'role-too-low')
  }
  const message = found(await messageById(db, idParam(args, 'message')))
  return {
    title: t('shared.mail.title'),
    to: { name: message.toName, address: message.toAddress },
    locale: message.locale,
    subject: message.subject,
    lines: fillLinks(message.text, { secret, appUrl })
      .split('\n')
      .map((text, key) => ({ key, text })),
    calendar: message.calendar,
  }
}

const isLink = (line: string) => /^https?:\/\/\S+$/.test(line.trim())

export default function MailMessage() {
  const mail = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <PublicPage>
      <p className="crumb">
        <Link to="/dev/mail">{mail.title}</Link>
      </p>
      <article lang={mail.locale}>
        <h1>{mail.subject}</h1>
        <p className="label">
          {t('shared.mail.to')}: {mail.to.name} · {mail.to.address}
        </p>
        <div className="read mail-text">
          {mail.lines.map(({ key, text }) => (
            <p key={key}>{isLink(text) ? <a href={text.trim()}>{text.trim()}</a> : text}</p>
          ))}
        </div>
        {mail.calendar && <pre className="mail-calendar">{mail.calendar}</pre>}
      </article>
    </PublicPage>
  )
}
