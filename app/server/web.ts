import { randomBytes, randomUUID } from 'node:crypto'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { organisation } from '#db/organisation.ts'
import { publicRev } from '#db/public-content.ts'
import type { AppContext } from './context.ts'
import { byFit } from './fitting-routes.ts'
import { securityHeaders } from './headers.ts'
import { keptPages } from './kept-pages.ts'
import { withoutWords } from './lifecycle.ts'
import { originGuard } from './origin.ts'

export type Shared = Omit<AppContext, 'requestId' | 'nonce' | 'keep' | 'document' | 'ip' | 'sampleMode'> & {
  allowedHosts: () => ReadonlySet<string>
  loopback: boolean
}

/** Addresses that say themselves how long they may be kept. */
const saysItself = /^\/(?:robots\.txt$|sitemap\.xml$|texts\/)/

/** The web's front: headers, host and origin first, then static files, health, and Remix. */
export function openWeb(options: {
  shared: Shared
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Vite's middleware while developing, built files otherwise. */
  assets: RequestHandler
  mode: 'production' | 'development'
}) {
  const { shared, build, assets, mode } = options
  const { log } = shared
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')

  app.use((request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    response.locals.requestId = randomUUID()
    response.setHeader('X-Request-Id', response.locals.requestId)
    const started = process.hrtime.bigint()
    response.on('finish', () => {
      const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
      const { requestId } = response.locals
      const line = {
        requestId,
        method: request.method,
        route: request.path.split('/').slice(0, 3).join('/'),
        status: response.statusCode,
        milliseconds: Math.round(milliseconds),
      }
      if (response.statusCode >= 400) log.warn(line, 'refused')
      else log.debug(line, 'served')
    })
    next()
  })
  app.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.type('text').send('ok')
  })
  app.get('/readyz', async (_request, response) => {
    const readiness = await shared.readiness()
    response.setHeader('Cache-Control', 'no-store')
    response.status(readiness.ready ? 200 : 503).json(readiness)
  })
  app.use(securityHeaders(shared.appUrl.startsWith('https://')))
  app.use(
    originGuard(shared.allowedHosts, (request, why) =>
      log.warn({ security: why, method: request.method, path: request.path }, 'security'),
    ),
  )
  app.use((request, response, next) => {
    if (!['GET', 'HEAD', 'POST'].includes(request.method))
      response.status(405).setHeader('Allow', 'GET, HEAD, POST').json({ code: 'method-not-allowed' })
    else next()
  })
  // Of a reply in JSON, which is a line or two, nothing is gained by packing it; all texts of a language are more.
  const worthPacking: typeof compression.filter = (request, response) =>
    (request.path.startsWith('/texts/') ||
      !String(response.getHeader('Content-Type')).startsWith('application/json')) &&
    compression.filter(request, response)
  app.use(compression({ level: 4, filter: worthPacking }))
  app.use(assets)
  app.use((request, response, next) => {
    // A path that cannot be decoded names nothing.
    try {
      decodeURIComponent(request.path)
    } catch {
      response.status(404).json({ code: 'not-found' })
      return
    }
    if (!saysItself.test(request.path)) response.setHeader('Cache-Control', 'no-store')
    next()
  })
  if (mode === 'production') app.use(keptPages({ rev: () => publicRev(shared.db), now: shared.now }))
  const remix = (build: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build,
      mode,
      getLoadContext: (request, response): AppContext & AppLoadContext => ({
        ...shared,
        requestId: response.locals.requestId,
        nonce: response.locals.nonce,
        keep: response.locals.keep,
        document:
          !request.path.endsWith('.data') && (request.headers.accept ?? 'text/html').includes('text/html'),
        ip: request.ip ?? '',
        ...(request.method !== 'POST' && { once: new Map<string, Promise<unknown>>() }),
        async sampleMode() {
          const { sample, claimedAt } = await organisation(shared.db)
          return shared.loopback && sample && claimedAt === null
        },
      }),
    })
  if (typeof build === 'function') app.use(remix(build))
  else {
    const fitting = byFit(build, remix)
    app.use((request, response, next) => fitting(request.path)(request, response, next))
  }
  // What Remix itself could not answer: without the error's words, which express would print.
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    log.error(
      { ...withoutWords(error), requestId: response.locals.requestId, path: request.path },
      'request failed',
    )
    if (response.headersSent) return next(error)
    response.status(500).type('text').send(`500 ${response.locals.requestId}`)
  })
  return app
}
