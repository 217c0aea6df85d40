import { createCookie } from '@remix-run/node'
import { defaultLocale, isLocale, isPrefix, type Locale } from '#app/domain/locale.ts'
import { acceptedLocale } from '#app/i18n/negotiate.ts'
import type { AppContext } from './context.ts'

type Kind = 'staff' | 'candidate' | 'referee'

/** `__Host-` binds a cookie to this very host; it only holds over https. */
const secure = (context: Pick<AppContext, 'appUrl'>) => context.appUrl.startsWith('https://')

const days = { staff: 14, candidate: 30, referee: 30 }

function sessionCookie(context: Pick<AppContext, 'appUrl' | 'secret'>, kind: Kind) {
  return createCookie(`${secure(context) ? '__Host-' : ''}${kind}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secure(context),
    secrets: [context.secret],
    maxAge: days[kind] * 86_400,
  })
}

/** The secret in a session cookie, if its signature holds. */
export async function readSessionSecret(
  request: Request,
  context: AppContext,
  kind: Kind,
): Promise<string | undefined> {
  const value: unknown = await sessionCookie(context, kind).parse(request.headers.get('cookie'))
  return typeof value === 'string' && value.length === 43 ? value : undefined
}

export const sessionHeader = (context: AppContext, kind: Kind, secret: string) =>
  sessionCookie(context, kind).serialize(secret)

export const clearSessionHeader = (context: AppContext, kind: Kind) =>
  sessionCookie(context, kind).serialize('', { maxAge: 0 })

/** For ten minutes the page after applying knows where the mail went, without an address in its own. */
const appliedCookie = (context: AppContext) =>
  createCookie('applied', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: secure(context),
    secrets: [context.secret],
    maxAge: 600,
  })

export const appliedHeader = (context: AppContext, email: string) => appliedCookie(context).serialize(email)

export async function appliedEmail(request: Request, context: AppContext): Promise<string | undefined> {
  const value: unknown = await appliedCookie(context).parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : undefined
}

function plainCookie(header: string | null | undefined, name: string): string | undefined {
  const match = (header ?? '').match(new RegExp(`(?:^|;\\s*)${name}=([^;]*)`))
  return match?.[1]
}

const year = 365 * 86_400
export const localeHeader = (locale: Locale) => `locale=${locale}; Path=/; Max-Age=${year}; SameSite=Lax`
export const themeHeader = (theme: 'light' | 'dark' | 'auto') =>
  `theme=${theme}; Path=/; Max-Age=${year}; SameSite=Lax`

/** What a request's cookies say of the theme; nothing where the device decides. */
export function themeOf(header: string | null | undefined): 'light' | 'dark' | undefined {
  const value = plainCookie(header, 'theme')
  return value === 'light' || value === 'dark' ? value : undefined
}

/** Address, then cookie, then the browser's wish, then English. Public pages without a prefix are English. */
export function localeOf(request: Request): Locale {
  const { pathname } = new URL(request.url)
  const first = pathname.split('/')[1]
  if (isPrefix(first)) return first
  if (first === 'jobs' || first === 'privacy') return defaultLocale
  const cookie = plainCookie(request.headers.get('cookie'), 'locale')
  if (isLocale(cookie)) return cookie
  return acceptedLocale(request.headers.get('accept-language')) ?? defaultLocale
}
