import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { isLocale } from '#app/domain/locale.ts'
import { localeHeader } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { candidateIfAny, openTo, refuse, safePath, staffIfAny } from '#app/server/guard.ts'
import { setCandidateLocale } from '#db/status-links.ts'
import { setLocale } from '#db/users.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

/** Remembers the language: in the browser, and with the account or application of whoever it is, so that mails follow. */
export async function action(args: ActionFunctionArgs) {
  const { db } = openTo(args, 'everybody')
  const form = await readForm(args.request)
  const locale = form.text('locale')
  if (!isLocale(locale)) return refuse(422, 'unknown-language')
  const viewer = await staffIfAny(args)
  if (viewer) await setLocale(db, viewer, locale)
  const to = safePath(form.text('to'), '/')
  const candidate = /^\/a(\/|$)/.test(to) ? await candidateIfAny(args) : undefined
  if (candidate) await setCandidateLocale(db, candidate, locale)
  return redirect(to, { headers: { 'Set-Cookie': localeHeader(locale) } })
}
