import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { found, openTo } from '#app/server/guard.ts'

export async function loader(args: LoaderFunctionArgs) {
  openTo({ ...args, params: {} }, 'everybody')
  return found<never>(null)
}

export async function action(args: ActionFunctionArgs) {
  openTo({ ...args, params: {} }, 'everybody')
  return found<never>(null)
}

export default function Nothing() {
  return null
}
