import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

/** The page under review is foreign: no script, no request, only our own page may frame it. */
export const reviewedPagePolicy =
  "sandbox allow-same-origin; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'"

const reviewedPage =
  /^\/(a\/answers|a\/assignment\/practice|team\/grading|team\/scenarios|start\/practice)\/[^/]+\/page$/

export function securityHeaders(https: boolean) {
  const apply = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [
          (_request, response) => `'nonce-${(response as Response).locals.nonce}'`,
          "'strict-dynamic'",
        ],
        styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameSrc: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  })
  return (request: Request, response: Response, next: NextFunction) => {
    if (!reviewedPage.test(request.path)) return apply(request, response, next)
    response.setHeader('Content-Security-Policy', reviewedPagePolicy)
    response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    return next()
  }
}
