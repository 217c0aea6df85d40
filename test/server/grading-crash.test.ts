import { randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { beforeAll, expect, test, vi } from 'vitest'
import { hashToken, newSecret } from '#app/server/tokens.ts'
import { startSession } from '#db/sessions.ts'
import { built } from '#test/support/built.ts'
import { testDatabase } from '#test/support/db.ts'
import { openPlaces, type Place, secret } from '#test/support/place.ts'
import { openRequests } from '#test/world/grading.ts'
import { lumo } from '#test/world/lumo.ts'
import { ownDesk } from '#test/world/own-desk.ts'

const { placeOf, start } = openPlaces()

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
beforeAll(built)
const graded = await testDatabase()

interface Desk {
  cookie: string
  ids: string[]
}

/** Two graders, each in a browser that was let in, with the same answers on their desks. */
const desks = (place: Place): Promise<Desk[]> =>
  place.within(async (db) => {
    const now = new Date()
    await lumo(db, now)
    const { grader, beside, applicationIds } = await ownDesk(db, { candidates: 2, now })
    const own = createCookie('staff', { secrets: [secret] })
    const one = async (who: typeof grader): Promise<Desk> => {
      const key = newSecret()
      await startSession(db, { kind: 'staff', subject: who, secretHash: hashToken(key), now })
      const cookie = (await own.serialize(key)).split(';')[0] ?? ''
      const asked = await Promise.all(applicationIds.map((id) => openRequests(db, who, id)))
      return { cookie, ids: asked.flat().map(({ id }) => id) }
    }
    return [await one(grader), await one(beside)]
  })

test('R19: two graders give levels at once and the app is killed: what was acknowledged is on the desk when it is opened again', async () => {
  const place = placeOf(graded)
  const both = await desks(place)
  let now = start(place)
  let acknowledged = 0
  const given = new Map<string, string>()
  const grade = async ({ cookie }: Desk, id: string) => {
    for (let rev = 0; rev < 4; rev++) {
      const comment = `${rev}: ${randomUUID()}`
      const level = {
        dimension: 'A1',
        level: 2 + rev,
        noEvidence: false,
        quotes: [],
        comment,
        incident: null,
      }
      const body = JSON.stringify({
        saveId: randomUUID(),
        baseRev: rev,
        draft: { grades: [level], verdicts: [] },
      })
      for (let status = 0; status !== 200; ) {
        const { url } = await now
        const headers = { origin: url, cookie, 'content-type': 'application/json' }
        const sent = fetch(`${url}/team/grading/${id}/save`, { method: 'POST', headers, body })
        status = (await sent.catch(() => null))?.status ?? 503
        expect([200, 503]).toContain(status)
      }
      given.set(id, comment)
      acknowledged += 1
    }
  }
  await now
  const grading = both.flatMap((desk) => desk.ids.map((id) => grade(desk, id)))
  expect(grading).toHaveLength(12)
  await vi.waitUntil(() => acknowledged > 12, { timeout: 60_000, interval: 5 })
  const { app } = await now
  app.child.kill('SIGKILL')
  now = app.exited.then(() => start(place))
  await Promise.all(grading)
  const { app: risen, url } = await now
  for (const { cookie, ids } of both)
    for (const id of ids) {
      const page = await fetch(`${url}/team/grading/${id}`, { headers: { cookie, accept: 'text/html' } })
      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining(given.get(id) ?? 'none'),
      ])
    }
  risen.child.kill('SIGKILL')
  await risen.exited
})
