import { isRouteErrorResponse } from '@remix-run/react'

/** What a failed page may say: the status and the refusal's code, never the error's own words. */
export function failure(error: unknown): { status: number; code?: string } {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const body: unknown = error.data
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : undefined
  return { status: error.status, code }
}
