import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll } from 'vitest'
import type { StaffViewer } from '#app/domain/access.ts'
import type { AppContext } from '#app/server/context.ts'
import { sessionHeader } from '#app/server/cookies.ts'
import { openFiles } from '#app/server/files.ts'
import { openLimits } from '#app/server/limits.ts'
import { openLog } from '#app/server/log.ts'
import { type Library, libraryOf, loadLibrary } from '#app/server/scenarios.ts'
import { hashToken, newSecret } from '#app/server/tokens.ts'
import type { Db } from '#db/client.ts'
import type { LinkSubject } from '#db/links.ts'
import { type SessionKind, startSession } from '#db/sessions.ts'

export const testOrigin = 'http://localhost:3000'

let shipped: Library | undefined
/** The scenarios that ship with the product: read once for a whole run of tests, and once by whoever is no test. */
export const testLibrary = (): Library => {
  const folders = [resolve('scenarios')]
  const { TEST_LIBRARY: read } = process.env
  shipped ??= read ? libraryOf(JSON.parse(readFileSync(read, 'utf8')), folders) : loadLibrary(folders)
  return shipped
}

type Params = Record<string, string | undefined>
type Fields = Record<string, string | readonly string[]>

/** One browser: its cookies go with every request. `context` is what the process would give to the route. */
export interface Browser {
  context: AppContext & AppLoadContext
  request(url: string, init?: RequestInit): Request
  /** Arguments for a loader. */
  get(url: string, params?: Params): { request: Request; params: Params; context: Browser['context'] }
  /** Arguments for an action that is sent a form, as a browser without JavaScript sends it. */
  post(url: string, fields: Fields, params?: Params): ReturnType<Browser['get']>
}

/** Signed-in browsers for route tests. The clock stands still until the test moves it. */
export function openTestContext(db: Db, now: Date) {
  const clock = { now }
  const folder = mkdtempSync(join(tmpdir(), 'firstline-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const context: Browser['context'] = {
    db,
    log: openLog('silent'),
    requestId: '00000000-0000-4000-8000-000000000000',
    nonce: 'nonce',
    document: true,
    ip: '127.0.0.1',
    now: () => clock.now,
    files: openFiles(folder),
    limits: openLimits(db),
    get library() {
      return testLibrary()
    },
    appUrl: testOrigin,
    secret: 'a secret that only this test knows, 32 bytes long',
    sampleMode: async () => false,
    readiness: async () => ({ ready: true, checks: [] }),
  }

  function browser(cookie?: string): Browser {
    const request: Browser['request'] = (url, init) => {
      const headers = new Headers(init?.headers)
      if (cookie) headers.append('cookie', cookie)
      return new Request(new URL(url, testOrigin), { ...init, headers })
    }
    return {
      context,
      request,
      get: (url, params = {}) => ({ request: request(url), params, context }),
      post: (url, fields, params = {}) => {
        const body = new URLSearchParams()
        for (const [name, value] of Object.entries(fields))
          for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
        return { request: request(url, { method: 'POST', body }), params, context }
      },
    }
  }

  async function signedIn(kind: SessionKind, subject: LinkSubject): Promise<Browser> {
    const secret = newSecret()
    await startSession(db, { kind, subject, secretHash: hashToken(secret), now: clock.now })
    const header = await sessionHeader(context, kind, secret)
    return browser(header.split(';')[0])
  }

  return {
    clock,
    asNobody: () => browser(),
    asStaff: (viewer: StaffViewer) => signedIn('staff', { userId: viewer.userId }),
    asCandidate: (applicationId: string) => signedIn('candidate', { applicationId }),
    asReferee: (requestId: string) => signedIn('referee', { requestId }),
  }
}

export interface Reply {
  status: number
  headers: Headers
  /** What the loader or action gave, whatever it was wrapped in. */
  body: unknown
}

function isWrapped(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
  )
}

async function replyOf(value: unknown): Promise<Reply> {
  if (value instanceof Response) {
    const text = await value.text()
    const json = value.headers.get('content-type')?.startsWith('application/json')
    return { status: value.status, headers: value.headers, body: json ? JSON.parse(text) : text }
  }
  if (isWrapped(value))
    return { status: value.init?.status ?? 200, headers: new Headers(value.init?.headers), body: value.data }
  return { status: 200, headers: new Headers(), body: value }
}

/** What the browser is told: the value, or the Response, returned or thrown. Anything else that is thrown is a fault. */
export async function reply(answer: Promise<unknown>): Promise<Reply> {
  try {
    return await replyOf(await answer)
  } catch (thrown) {
    if (thrown instanceof Response || isWrapped(thrown)) return replyOf(thrown)
    throw thrown
  }
}
