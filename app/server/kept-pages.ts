import { gzipSync } from 'node:zlib'
import type { RequestHandler, Response } from 'express'
import { themeOf } from './cookies.ts'

/** What everybody sees alike, in each language. */
const address = /^(?:\/(?:ru|sq))?\/(?:jobs(?:\/[^/]+)?|privacy)\/?$/
/** Days begin and end, and people are renamed, without anything being written to what is public. */
const longest = 30_000
/** The older pages of a list have addresses of their own, and anybody can make up more. */
const most = 500

interface Kept {
  rev: number
  until: number
  headers: [string, string][]
  page: Uint8Array
  packed: Buffer
}

/** Gives a page that was rendered to whoever asks for it next. */
export type Keep = (page: Uint8Array, headers: Headers) => void

/**
 * Keeps public pages as they were rendered until what they tell has changed. Nothing of one reader's is in them: they
 * have no script, hence no nonce, and know no viewer.
 *
 * @param rev another number after every change; rejects while the database is away, which the page itself then says
 */
export function keptPages({ rev, now }: { rev(): Promise<number>; now(): Date }): RequestHandler {
  const pages = new Map<string, Kept>()
  return async (request, response, next) => {
    const read = request.method === 'GET' || request.method === 'HEAD'
    if (!read || !address.test(request.path)) return next()
    // The theme is the one thing that a cookie changes about them.
    const key = `${themeOf(request.headers.cookie)} ${request.originalUrl}`
    const current = await rev().catch(() => undefined)
    if (current === undefined) return next()
    const kept = pages.get(key)
    if (kept?.rev === current && now().getTime() < kept.until) return send(response, kept)
    response.locals.keep = ((page, headers) => {
      pages.delete(key)
      const [oldest] = pages.keys()
      if (pages.size >= most && oldest !== undefined) pages.delete(oldest)
      pages.set(key, {
        rev: current,
        until: now().getTime() + longest,
        headers: [...headers],
        page,
        packed: gzipSync(page),
      })
    }) satisfies Keep
    next()
  }
}

function send(response: Response, { headers, page, packed }: Kept) {
  for (const [name, value] of headers) response.setHeader(name, value)
  response.vary('Accept-Encoding')
  if (!response.req.acceptsEncodings('gzip')) return response.end(page)
  response.setHeader('Content-Encoding', 'gzip')
  return response.end(packed)
}
