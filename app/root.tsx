import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  type ClientLoaderFunctionArgs,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { organisation } from '#db/organisation.ts'
import type { Locale } from './domain/locale.ts'
import { audienceOf } from './i18n/audiences.ts'
import { I18nProvider, TextsLink } from './i18n/react.tsx'
import { fetchTexts } from './i18n/texts.ts'
import { themeOf } from './server/cookies.ts'
import { awake, openTo } from './server/guard.ts'
import { nameTexts } from './server/texts.ts'
import { Failed } from './ui/Failed.tsx'
import { failure } from './ui/failure.ts'
import { useNonce } from './ui/nonce.tsx'
import parts from './ui/parts.css?url'
import tokens from './ui/tokens.css?url'

// The content policy allows no code made from text; zod would try it, and each try is reported as a violation. Its own
// `config` says the same, but as an import of the root it costs every page with a script 4 kB.
if (typeof document !== 'undefined') Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

/** For what has no page of its own to name it: not found, refused, failed. */
export { title as meta } from './ui/title.ts'

export const links = () => [
  { rel: 'stylesheet', href: tokens },
  { rel: 'stylesheet', href: parts },
  { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db, locale, requestId } = openTo({ ...args, params: {} }, 'everybody')
  const audience = audienceOf(new URL(args.request.url).pathname)
  return {
    locale,
    requestId,
    theme: themeOf(args.request.headers.get('cookie')),
    organisation: { name: (await awake(organisation(db))).name },
    texts: nameTexts(locale, audience),
  }
}

/** On the way to a page with other texts, those come before it. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>()
  await fetchTexts(data.texts)
  return data
}

/** Texts change with the language or the audience, and with nothing else. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
  formAction,
}: ShouldRevalidateFunctionArgs) {
  if (formAction === '/language' || formAction === '/theme') return defaultShouldRevalidate
  return (
    audienceOf(currentUrl.pathname) !== audienceOf(nextUrl.pathname) ||
    currentUrl.pathname.split('/')[1] !== nextUrl.pathname.split('/')[1]
  )
}

interface Handle {
  scripts?: boolean
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const scripted = useMatches().some((match) => (match.handle as Handle | undefined)?.scripts)
  const nonce = useNonce()
  return (
    <html lang={data?.locale ?? 'en'} data-theme={data?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {scripted && data && <TextsLink texts={data.texts} />}
        <Links />
      </head>
      <body>
        <I18nProvider locale={(data?.locale ?? 'en') as Locale} texts={data?.texts}>
          {children}
        </I18nProvider>
        {scripted && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  return <Failed {...failure(error)} requestId={data?.requestId} bare={!data} />
}
