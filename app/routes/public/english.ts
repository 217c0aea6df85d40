import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { openTo, refuse } from '#app/server/guard.ts'

/** English pages carry no prefix: `/en/jobs` is `/jobs`, for good. */
export async function loader(args: LoaderFunctionArgs) {
  openTo({ ...args, params: {} }, 'everybody')
  const { pathname, search } = new URL(args.request.url)
  const path = pathname.slice('/en'.length)
  if (!/^\/(jobs|privacy)(\/|$)/.test(path)) return refuse(404, 'not-found')
  return redirect(path + search, 301)
}
