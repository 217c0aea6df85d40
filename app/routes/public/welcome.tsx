import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { welcomeSchema } from '#app/domain/account.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { hashPassword } from '#app/server/passwords.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { Button } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Field } from '#app/ui/Field.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title } from '#app/ui/title.ts'
import { readLink } from '#db/links.ts'
import { acceptInvitation, userById } from '#db/users.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, now, ip, t } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const read = await readLink(db, {
    tokenHash: hashToken(wordParam(args, 'token')),
    purpose: 'staff-invite',
    now: now(),
  })
  if ('refused' in read) return refuse(read.refused === 'link-unknown' ? 404 : 410, read.refused)
  const user = found(read.link.userId ? await userById(db, read.link.userId) : undefined)
  return { title: t('owner.welcome.title'), name: user.name, email: user.email }
}

/** The invited person confirms the name, chooses a password and is in. The link is used up by this, not by reading. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, ip, locale } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const tokenHash = hashToken(wordParam(args, 'token'))
  const { fields } = await readForm(args.request)
  const parsed = welcomeSchema.safeParse(fields)
  if (!parsed.success)
    return data({ issues: fieldIssues(parsed.error), name: fields.name ?? '' }, { status: 422 })
  const passwordHash = await hashPassword(parsed.data.password)
  const user = await acceptInvitation(db, {
    tokenHash,
    name: parsed.data.name,
    passwordHash,
    locale,
    now: now(),
  })
  if (!user) return refuse(410, 'link-over')
  return enter(args.request, args.context, {
    kind: 'staff',
    subject: { userId: user.id },
    locale,
    to: user.newcomer ? '/start' : '/team',
  })
}

export default function Welcome() {
  const { title: heading, name, email } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(result?.issues ?? {}).map(([field, code]) => [
      field,
      t(`owner.issues.${code}` as MessageKey),
    ]),
  )
  return (
    <PublicPage>
      <div className="first stack">
        <h1>{heading}</h1>
        <p className="quiet">{t('owner.welcome.what', { email })}</p>
        <ErrorSummary errors={errors} />
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <Field
            name="name"
            label={t('owner.fields.name')}
            defaultValue={result?.name ?? name}
            autoComplete="name"
            error={errors.name}
            required
          />
          <Field
            name="password"
            type="password"
            label={t('owner.fields.password')}
            hint={t('owner.hints.password')}
            autoComplete="new-password"
            error={errors.password}
            required
          />
          <Button kind="primary">{t('owner.welcome.enter')}</Button>
        </Form>
      </div>
    </PublicPage>
  )
}
