import { redirect } from '@remix-run/node'
import type { Act, CandidateViewer, RefereeViewer, StaffViewer } from '#app/domain/access.ts'
import { canAnywhere } from '#app/domain/access.ts'
import { isId } from '#app/domain/id.ts'
import { isPrefix, type Locale } from '#app/domain/locale.ts'
import type { Formats } from '#app/i18n/formats.ts'
import { openFormats } from '#app/i18n/formats.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Translate } from '#app/i18n/keys.ts'
import { databaseIsAway } from '#db/session.ts'
import { candidateViewer, refereeViewer, type SessionKind, staffViewer } from '#db/sessions.ts'
import type { AppContext } from './context.ts'
import { clearSessionHeader, localeOf, readSessionSecret } from './cookies.ts'
import type { LimitName } from './limits.ts'
import { hashToken } from './tokens.ts'

/** The only file that throws a Response. The first line of every loader and action is one of these guards. */
export interface Args {
  request: Request
  context: AppContext
  params: Record<string, string | undefined>
}

interface Reader {
  locale: Locale
  t: Translate
  formats: Formats
}

export const refuse = (status: number, code: string, headers?: HeadersInit): never => {
  throw Response.json({ code }, { status, headers })
}

/** Not yours and not there look the same. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) return refuse(404, 'not-found')
  return value
}

export function reader(request: Request): Reader {
  const locale = localeOf(request)
  return { locale, t: translator(locale), formats: openFormats(locale) }
}

/** An id from the address; anything that cannot be one is simply not found. */
export function idParam(args: Pick<Args, 'params'>, name: string): string {
  const value = args.params[name]
  return value && isId(value) ? value : refuse(404, 'not-found')
}

/** A word from the address: a slug, a token, a code. */
export function wordParam(args: Pick<Args, 'params'>, name: string): string {
  const value = args.params[name]
  return value && /^[\p{L}\p{N}._~-]{1,200}$/u.test(value) ? value : refuse(404, 'not-found')
}

/** Open to everybody. Named so that the sweep over all routes sees that it was meant. */
export function openTo(args: Args, _who: 'everybody'): AppContext & Reader {
  const lang = args.params.lang
  if (lang !== undefined && !isPrefix(lang)) refuse(404, 'not-found')
  return { ...args.context, ...reader(args.request) }
}

/** The loader of an address that only takes acts: whoever asks for it, it is there to be sent to. */
export const actOnly = async (_args: Args): Promise<never> =>
  refuse(405, 'method-not-allowed', { Allow: 'POST' })

async function signedOut(
  args: Args,
  kind: 'staff' | 'candidate' | 'referee',
  hadCookie: boolean,
): Promise<never> {
  const headers: Record<string, string> = {}
  if (hadCookie) headers['Set-Cookie'] = await clearSessionHeader(args.context, kind)
  if (!args.context.document) return refuse(401, 'signed-out', headers)
  // A referee has no address to write a new link to: the one in the mail is the way in.
  if (kind === 'referee') return refuse(410, 'referee-link', headers)
  const { pathname, search } = new URL(args.request.url)
  const back = args.request.method === 'GET' ? `?to=${encodeURIComponent(pathname + search)}` : ''
  throw redirect(kind === 'staff' ? `/sign-in${back}` : '/link', { headers })
}

interface Viewers {
  staff: StaffViewer
  candidate: CandidateViewer
  referee: RefereeViewer
}
type Find<V> = (db: AppContext['db'], key: { secretHash: string; now: Date }) => Promise<V | undefined>
const viewers: { [K in SessionKind]: Find<Viewers[K]> } = {
  staff: staffViewer,
  candidate: candidateViewer,
  referee: refereeViewer,
}

/** A database that is away for a moment is 503, to be tried again; anything else stays a fault. */
export async function awake<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (databaseIsAway(error)) return refuse(503, 'database-away', { 'Retry-After': '5' })
    throw error
  }
}

interface Looked<K extends SessionKind> {
  hadCookie: boolean
  viewer: Viewers[K] | undefined
}

function look<K extends SessionKind>(args: Args, kind: K): Promise<Looked<K>> {
  const { once } = args.context
  const looked = (once?.get(kind) as Promise<Looked<K>> | undefined) ?? lookAfresh(args, kind)
  once?.set(kind, looked)
  return looked
}

async function lookAfresh<K extends SessionKind>(args: Args, kind: K): Promise<Looked<K>> {
  const secret = await readSessionSecret(args.request, args.context, kind)
  if (secret === undefined) return { hadCookie: false, viewer: undefined }
  const key = { secretHash: hashToken(secret), now: args.context.now() }
  const find: Find<Viewers[K]> = viewers[kind]
  return { hadCookie: true, viewer: await awake(find(args.context.db, key)) }
}

async function requireViewer<K extends SessionKind>(args: Args, kind: K) {
  const { viewer, hadCookie } = await look(args, kind)
  if (!viewer) return signedOut(args, kind, hadCookie)
  return { ...args.context, ...reader(args.request), viewer }
}

/** A signed-in member of staff; with an act, one who may do it in some team (else 403). */
export async function requireStaff(
  args: Args,
  act?: Act,
): Promise<AppContext & Reader & { viewer: StaffViewer }> {
  const staff = await requireViewer(args, 'staff')
  if (act && !canAnywhere(staff.viewer, act)) return refuse(403, 'role-too-low')
  return staff
}

export const staffIfAny = async (args: Args) => (await look(args, 'staff')).viewer
export const candidateIfAny = async (args: Args) => (await look(args, 'candidate')).viewer
export const requireCandidate = (args: Args) => requireViewer(args, 'candidate')
export const requireReferee = (args: Args) => requireViewer(args, 'referee')

/** A candidate whose browser was let into the attempt: the one that started it, or one that came with a key. */
export async function requireEntered(args: Args): Promise<AppContext & Reader & { viewer: CandidateViewer }> {
  const candidate = await requireCandidate(args)
  if (candidate.viewer.entered) return candidate
  if (args.request.method !== 'GET') return refuse(403, 'entry-needed')
  throw redirect('/a/enter')
}

/** Counts the act against a limit; too many is 429 with the seconds to wait. */
export async function within(context: AppContext, name: LimitName, key: string): Promise<void> {
  const seconds = await awake(context.limits.take(name, key))
  if (seconds !== undefined) refuse(429, 'too-many', { 'Retry-After': String(seconds) })
}

/** Where to go after signing in: a path of our own, or the default. */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value) || value.length > 500) return fallback
  const url = new URL(value, 'http://own.invalid')
  return url.host === 'own.invalid' ? `${url.pathname}${url.search}` : fallback
}
