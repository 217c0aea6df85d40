import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { normaliseEmail } from '#app/domain/text.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { openTo, safePath, within } from '#app/server/guard.ts'
import { passwordFits } from '#app/server/passwords.ts'
import { enter } from '#app/server/sign-in.ts'
import { Field } from '#app/ui/Field.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title } from '#app/ui/title.ts'
import { askForKey, sampleUsers, userByEmail } from '#db/users.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, t } = openTo(args, 'everybody')
  const people = (await args.context.sampleMode()) ? await sampleUsers(db) : []
  const to = safePath(new URL(args.request.url).searchParams.get('to'), '')
  return {
    title: t('shared.signIn.title'),
    to,
    people: people.map(({ id, name, roles }) => ({ id, name, roles })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, ip } = openTo(args, 'everybody')
  const form = await readForm(args.request)
  const email = normaliseEmail(form.text('email'))
  await within(args.context, 'sign-in', `${email} ${ip}`)
  await within(args.context, 'sign-in-anyone', ip)
  if (form.text('way') === 'key') {
    await askForKey(db, { email, now: now() })
    return data({ sent: true, wrong: false, email })
  }
  const user = await userByEmail(db, email)
  const fits = await passwordFits(
    user?.disabledAt ? null : user?.passwordHash,
    form.text('password').slice(0, 1000),
  )
  if (!user || !fits) return data({ sent: false, wrong: true, email }, { status: 422 })
  return enter(args.request, args.context, {
    kind: 'staff',
    subject: { userId: user.id },
    locale: user.locale,
    to: safePath(form.text('to'), '/team'),
  })
}

export default function SignIn() {
  const { people, to } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t, formats } = useI18n()
  return (
    <PublicPage>
      <div className="first">
        <h1>{t('shared.signIn.title')}</h1>
        {result?.sent && <p role="status">{t('shared.signIn.sent')}</p>}
        <Form method="post" className="stack">
          <input type="hidden" name="to" value={to} />
          <Field
            label={t('shared.signIn.email')}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={result?.email}
            required
            error={result?.wrong ? t('shared.signIn.wrong') : undefined}
          />
          <Field
            label={t('shared.signIn.password')}
            name="password"
            type="password"
            autoComplete="current-password"
          />
          <p className="acts">
            <button className="btn primary" type="submit" name="way" value="password">
              {t('shared.signIn.submit')}
            </button>
            <button className="btn" type="submit" name="way" value="key">
              {t('shared.signIn.sendKey')}
            </button>
          </p>
        </Form>
      </div>
      {people.length > 0 && (
        <section className="hang">
          <h2>{t('shared.signIn.sample')}</h2>
          <p className="quiet">{t('shared.signIn.sampleHint')}</p>
          <ul className="rows">
            {people.map((person) => (
              <li key={person.id}>
                <Form method="post" action="/sign-in/as" className="split">
                  <input type="hidden" name="user" value={person.id} />
                  <input type="hidden" name="to" value={to} />
                  <span>
                    {person.name}{' '}
                    <span className="label">
                      {formats.list(person.roles.map((role) => t(`shared.roles.${role}`)))}
                    </span>
                  </span>
                  <button className="btn" type="submit">
                    {t('shared.signIn.enterAs', { name: person.name })}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  )
}
