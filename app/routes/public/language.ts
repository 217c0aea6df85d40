import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isLocale } from '#app/domain/locale.ts'
import { localeHeader } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { onlyMethod, openTo, refuse, safePath, staffIfAny } from '#app/server/guard.ts'
import { setLocale } from '#db/users.ts'

export async function loader(args: ActionFunctionArgs) {
  openTo(args, 'everybody')
  onlyMethod(args, 'POST')
}

/** Remembers the language: in the browser, and with the account of whoever is signed in, so that mails follow. */
export async function action(args: ActionFunctionArgs) {
  const { db } = openTo(args, 'everybody')
  const form = await readForm(args.request)
  const locale = form.text('locale')
  if (!isLocale(locale)) return refuse(422, 'unknown-language')
  const viewer = await staffIfAny(args)
  if (viewer) await setLocale(db, viewer, locale)
  return redirect(safePath(form.text('to'), '/'), { headers: { 'Set-Cookie': localeHeader(locale) } })
}
