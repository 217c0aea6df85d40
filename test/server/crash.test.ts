import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect as connectSocket, createServer, type Socket } from 'node:net'
import { createCookie } from '@remix-run/node'
import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test, vi } from 'vitest'
import { hashToken, newSecret } from '#app/server/tokens.ts'
import { answerRevisions, answers, events, jobs } from '#db/schema/index.ts'
import { startSession } from '#db/sessions.ts'
import { built } from '#test/support/built.ts'
import { testDatabase } from '#test/support/db.ts'
import { openPlaces, type Place, secret } from '#test/support/place.ts'
import { attemptRow, startedAttempt } from '#test/world/attempts.ts'
import { lumo } from '#test/world/lumo.ts'
import { publishedVacancy } from '#test/world/vacancies.ts'

const { placeOf, start } = openPlaces()

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

beforeAll(built)

interface Candidate {
  attemptId: string
  answerId: string
  cookie: string
}

/** So many people in the middle of their letter, each in a browser that was let in. */
const candidates = (place: Place, count: number): Promise<Candidate[]> =>
  place.within(async (db) => {
    const now = new Date()
    const world = await lumo(db, now)
    const vacancy = await publishedVacancy(db, world, now)
    const own = createCookie('candidate', { secrets: [secret] })
    const one = async (_: unknown, n: number) => {
      const form = { name: `Person ${n}`, email: `person${n}@example.com` }
      const started = await startedAttempt(db, world, { vacancy, form, now })
      const key = newSecret()
      const subject = { applicationId: started.applicationId }
      await startSession(db, { kind: 'candidate', subject, secretHash: hashToken(key), entered: true, now })
      const cookie = (await own.serialize(key)).split(';')[0] ?? ''
      return { attemptId: started.attemptId, answerId: started.answers[1]?.id ?? '', cookie }
    }
    return Promise.all(Array.from({ length: count }, one))
  })

const save = (url: string, { answerId, cookie }: Candidate, sent: object) =>
  fetch(`${url}/a/answers/${answerId}`, {
    method: 'POST',
    headers: { origin: url, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ after: [], ...sent }),
  })

interface Acknowledged {
  answerId: string
  saveId: string
  rev: number
  text: string
}

/** Everybody writes, each text until it is acknowledged, while the app is killed again and again. */
async function writeThrough(place: Place, writers: readonly Candidate[], kills: number, saves: number) {
  const acknowledged: Acknowledged[] = []
  const unexpected: number[] = []
  let now = start(place)
  let heard: () => void = () => {}
  const write = async (writer: Candidate) => {
    for (let rev = 0; acknowledged.length < saves; rev++) {
      const sent = { saveId: randomUUID(), baseRev: rev, body: { text: `${rev}: ${randomUUID()}` } }
      for (;;) {
        const { url } = await now
        const response = await save(url, writer, sent).catch(() => null)
        if (response?.status === 200) break
        if (response && response.status !== 503) unexpected.push(response.status)
      }
      acknowledged.push({ answerId: writer.answerId, saveId: sent.saveId, rev: rev + 1, ...sent.body })
      heard()
    }
  }
  const after = (count: number) =>
    new Promise<void>((reached) => {
      heard = () => acknowledged.length >= count && reached()
      heard()
    })
  await now
  const writing = writers.map(write)
  const ready: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await after(Math.floor((saves * kill) / kills) + randomInt(1, Math.floor(saves / kills)))
    const { app } = await now
    const from = performance.now()
    app.child.kill('SIGKILL')
    now = app.exited.then(() => start(place))
    const { url } = await now
    await expect
      .poll(async () => (await fetch(`${url}/readyz`)).status, { interval: 20, timeout: 60_000 })
      .toBe(200)
    ready.push(performance.now() - from)
  }
  await Promise.all(writing)
  const { app } = await now
  app.child.kill('SIGKILL')
  await app.exited
  return { acknowledged, unexpected, ready }
}

const [crashed, cutOff] = [await testDatabase(), await testDatabase()]

test.each([
  ['embedded', 20, 1, 200],
  ['external', 50, 3, 900],
] as const)(
  'R1: on the %s database %i people write, the app is killed %i times, and none of %i acknowledged saves is lost',
  async (kind, people, kills, saves) => {
    const place = placeOf(kind === 'external' ? crashed : undefined)
    const writers = await candidates(place, people)
    const { acknowledged, unexpected, ready } = await writeThrough(place, writers, kills, saves)
    expect(acknowledged.length).toBeGreaterThanOrEqual(saves)
    expect(unexpected).toEqual([])
    // How long each start takes is the bench's; here one of them shows that none waits for anything.
    expect(Math.min(...ready)).toBeLessThan(5000)

    const ids = writers.map(({ answerId }) => answerId)
    const { kept, standing } = await place.within(async (db) => ({
      kept: await db.select().from(answerRevisions).where(inArray(answerRevisions.answerId, ids)),
      standing: await db.select().from(answers).where(inArray(answers.id, ids)),
    }))
    const bySave = new Map(kept.map((row) => [row.saveId, row]))
    const lost = acknowledged.filter(({ saveId, answerId, rev, text }) => {
      const row = bySave.get(saveId)
      const same =
        row?.answerId === answerId && row.rev === rev && (row.body as { text: string }).text === text
      return !same || row.branch
    })
    expect(lost).toEqual([])
    expect(bySave.size).toBe(kept.length)
    const texts = new Map(kept.map(({ answerId, rev, body }) => [`${answerId} ${rev}`, body]))
    expect(texts.size).toBe(kept.length)
    for (const { id, rev, body } of standing) expect(body).toEqual(texts.get(`${id} ${rev}`) ?? { text: '' })
  },
)

type Cut = 'before it is sent' | 'in the middle' | 'before the answer'

/** Stands between a browser and the app, and cuts the line. */
async function cutter(to: number, cut: Cut) {
  const server = createServer((client: Socket) => {
    client.on('error', () => {})
    if (cut === 'before it is sent') return client.destroy()
    const app = connectSocket(to, '127.0.0.1')
    app.on('error', () => {})
    app.on('close', () => client.destroy())
    app.on('data', () => app.destroy())
    client.once('data', (all: Buffer) => {
      const body = all.indexOf('\r\n\r\n') + 4
      if (cut === 'before the answer') app.write(all)
      else app.write(all.subarray(0, body + Math.floor((all.length - body) / 2)), () => app.destroy())
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  return { port: typeof at === 'object' && at ? at.port : 0, close: () => server.close() }
}

const form = 'aids=My+own+notes+and+a+dictionary'
const headersFor = (url: string, { cookie }: Candidate) => ({
  origin: url,
  cookie,
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded',
})

/** Hands in over a line that breaks: nothing comes back. */
const handInThrough = (port: number, url: string, candidate: Candidate) =>
  new Promise<string>((done) => {
    const headers = {
      ...headersFor(url, candidate),
      host: new URL(url).host,
      'content-length': form.length,
    }
    const path = '/a/assignment/finish'
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent: false, headers })
    sent.on('response', (response) => done(`answered ${response.statusCode}`))
    sent.on('error', () => done('broken off'))
    sent.end(form)
  })

const cuts: Cut[] = ['before it is sent', 'in the middle', 'before the answer']

test('R5: the line is cut while somebody hands in, and they try again: one attempt, handed in once, one mail, the same text', async () => {
  const place = placeOf(cutOff)
  const all = await candidates(place, 24)
  const { app, url } = await start(place)
  const lines = await Promise.all(cuts.map((cut) => cutter(Number(new URL(url).port), cut)))
  const tried = await Promise.all(
    all.map(async (candidate, n) => {
      const text = `Text ${n}: ё, ç, “reply” 👩‍💻`
      const saved = await save(url, candidate, { saveId: randomUUID(), baseRev: 0, body: { text } })
      const broken = await handInThrough(lines[n % 3]?.port ?? 0, url, candidate)
      const again = () =>
        fetch(`${url}/a/assignment/finish`, {
          method: 'POST',
          headers: headersFor(url, candidate),
          body: form,
          redirect: 'manual',
        })
      const answers = [await again(), await again()]
      const places = answers.map(({ status, headers }) => [status, headers.get('location')])
      return { ...candidate, text, saved: saved.status, broken, places }
    }),
  )
  for (const { close } of lines) close()
  app.child.kill('SIGTERM')
  await app.exited

  await place.within(async (db) => {
    for (const { attemptId, answerId, text, saved, broken, places } of tried) {
      expect([saved, broken]).toEqual([200, 'broken off'])
      expect(places).toEqual([
        [303, '/a/assignment'],
        [303, '/a/assignment'],
      ])
      expect(await attemptRow(db, attemptId)).toMatchObject({
        status: 'submitted',
        aiDeclaration: 'My own notes and a dictionary',
      })
      const handed = and(eq(events.subjectId, attemptId), eq(events.kind, 'submitted'))
      expect(await db.$count(events, handed)).toBe(1)
      const mails = (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
        ({ payload }) => payload.attemptId === attemptId && payload.template === 'attempt.submitted',
      )
      expect(mails).toHaveLength(1)
      const [answer] = await db.select().from(answers).where(eq(answers.id, answerId))
      expect(answer?.body).toEqual({ text })
    }
  })
})
