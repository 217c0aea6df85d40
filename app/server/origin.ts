import type { NextFunction, Request, Response } from 'express'

/** Routes that a browser's cookie never reaches; only these may be written to without an Origin. */
const cookieless: readonly string[] = []
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Host first, then Origin and Sec-Fetch-Site, in front of everything: Remix's own check covers documents only, and a
 * forged Host with a matching Origin must fail too.
 */
export function originGuard(
  allowedHosts: () => ReadonlySet<string>,
  refused: (request: Request, why: string) => void,
) {
  return (request: Request, response: Response, next: NextFunction) => {
    const refuse = (status: number, why: string) => {
      refused(request, why)
      response.status(status).json({ code: why })
    }
    const host = request.headers.host?.toLowerCase()
    if (!host || !allowedHosts().has(host)) return refuse(400, 'unknown-host')
    if (safe.has(request.method)) return next()
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    if (origin === undefined && site === undefined)
      return cookieless.includes(request.path) ? next() : refuse(403, 'no-origin')
    if (site !== undefined && site !== 'same-origin') return refuse(403, 'cross-site')
    if (origin !== undefined && (!URL.canParse(origin) || !allowedHosts().has(new URL(origin).host)))
      return refuse(403, 'cross-site')
    return next()
  }
}
