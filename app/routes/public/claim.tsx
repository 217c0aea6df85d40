import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { claimSchema } from '#app/domain/account.ts'
import { fieldIssues } from '#app/domain/issues.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { hashPassword } from '#app/server/passwords.ts'
import { enter } from '#app/server/sign-in.ts'
import { hashToken } from '#app/server/tokens.ts'
import { Button } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Field } from '#app/ui/Field.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title } from '#app/ui/title.ts'
import { readLink } from '#db/links.ts'
import { claimInstallation } from '#db/owner.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, now, ip, t } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const link = await readLink(db, {
    tokenHash: hashToken(wordParam(args, 'token')),
    purpose: 'owner-claim',
    now: now(),
  })
  if ('refused' in link) return refuse(404, 'not-found')
  return { title: t('owner.title') }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, ip, locale } = openTo(args, 'everybody')
  await within(args.context, 'token', ip)
  const tokenHash = hashToken(wordParam(args, 'token'))
  const { fields } = await readForm(args.request)
  const parsed = claimSchema.safeParse(fields)
  if (!parsed.success) {
    const { password: _, ...values } = fields
    return data({ issues: fieldIssues(parsed.error), values }, { status: 422 })
  }
  const { password, ...claim } = parsed.data
  const passwordHash = await hashPassword(password)
  const claimed = await claimInstallation(db, { ...claim, tokenHash, passwordHash, locale, now: now() })
  if ('refused' in claimed) return refuse(404, 'not-found')
  return enter(args.request, args.context, {
    kind: 'staff',
    subject: { userId: claimed.userId },
    locale,
    to: '/team',
  })
}

const fields = [
  { name: 'organisation', autoComplete: 'organization', type: 'text' },
  { name: 'website', autoComplete: 'url', type: 'url' },
  { name: 'team', autoComplete: 'off', type: 'text' },
  { name: 'timeZone', autoComplete: 'off', type: 'text' },
  { name: 'name', autoComplete: 'name', type: 'text' },
  { name: 'email', autoComplete: 'username', type: 'email' },
  { name: 'password', autoComplete: 'new-password', type: 'password' },
] as const
const hinted = new Set<string>(['team', 'timeZone', 'password'])

export default function ClaimInstallation() {
  const { title: heading } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  const said = (code: string | undefined) => code && t(`owner.issues.${code}` as MessageKey)
  const issues: Record<string, string> = result?.issues ?? {}
  const values: Record<string, string> = result?.values ?? {}
  const errors = Object.fromEntries(Object.entries(issues).map(([name, code]) => [name, said(code)]))
  return (
    <PublicPage>
      <div className="first stack">
        <h1>{heading}</h1>
        <p className="quiet">{t('owner.what')}</p>
        <ErrorSummary errors={errors} />
        <Form method="post" className="stack" noValidate>
          {fields.map(({ name, ...rest }) => (
            <Field
              key={name}
              name={name}
              label={t(`owner.fields.${name}`)}
              hint={hinted.has(name) ? t(`owner.hints.${name}` as MessageKey) : undefined}
              error={errors[name]}
              defaultValue={values[name] ?? (name === 'timeZone' ? 'Europe/Tirane' : '')}
              required
              {...rest}
            />
          ))}
          <p className="quiet">{t('owner.warning')}</p>
          <Button kind="primary">{t('owner.claim')}</Button>
        </Form>
      </div>
    </PublicPage>
  )
}
