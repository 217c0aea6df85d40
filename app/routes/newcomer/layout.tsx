import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useRouteError } from '@remix-run/react'
import { requireStaff } from '#app/server/guard.ts'
import { Failed } from '#app/ui/Failed.tsx'
import { failure } from '#app/ui/failure.ts'
import sheet from '#app/ui/newcomer.css?url'

export const links = () => [{ rel: 'stylesheet', href: sheet }]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(args, 'follow-plan')
  return { name: viewer.name }
}

export default function StartLayout() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <Failed {...failure(useRouteError())} />
}
