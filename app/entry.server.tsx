import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { databaseIsAway } from '#db/session.ts'
import { locales } from './domain/locale.ts'
import { catalogues } from './i18n/catalogues.ts'
import { withoutWords } from './server/lifecycle.ts'
import { wholePage } from './server/whole-page.ts'
import { BareWordsContext } from './ui/bare-words.ts'
import { NonceContext } from './ui/nonce.tsx'

const bareWords = locales.map((locale) => ({ locale, words: catalogues[locale].failed }))

/**
 * Sends the page when all of it is ready: nothing here is deferred, and no timer holds the tree of a finished request
 * in memory, as the stock entry does.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let responseStatus = status
    if (status === 500 && context.databaseAway) {
      responseStatus = 503
      headers.set('Retry-After', '5')
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <BareWordsContext.Provider value={bareWords}>
          <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
        </BareWordsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(
            wholePage((page) => {
              if (responseStatus === 200) context.keep?.(page, headers)
              resolve(new Response(page, { headers, status: responseStatus }))
            }),
          )
        },
        onShellError: reject,
        onError(error) {
          responseStatus = 500
          context.log.error({ ...withoutWords(error), requestId: context.requestId }, 'page failed to render')
        },
      },
    )
    request.signal.addEventListener('abort', () => abort(), { once: true })
  })
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  context.databaseAway ||= databaseIsAway(error)
  if (!request.signal.aborted)
    context.log.error(
      { ...withoutWords(error), requestId: context.requestId, path: new URL(request.url).pathname },
      'request failed',
    )
}
