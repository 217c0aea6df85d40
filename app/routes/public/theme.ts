import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { themeHeader } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { openTo, refuse, safePath } from '#app/server/guard.ts'

export { actOnly as loader } from '#app/server/guard.ts'
export { ActOnly as default } from '#app/ui/ActOnly.ts'

export async function action(args: ActionFunctionArgs) {
  openTo(args, 'everybody')
  const form = await readForm(args.request)
  const theme = form.text('theme')
  if (theme !== 'light' && theme !== 'dark' && theme !== 'auto') return refuse(422, 'unknown-theme')
  return redirect(safePath(form.text('to'), '/'), { headers: { 'Set-Cookie': themeHeader(theme) } })
}
