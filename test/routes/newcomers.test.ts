import { expect, test } from 'vitest'
import { agreementInForce } from '#app/domain/house-rules.ts'
import { locales } from '#app/domain/locale.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import * as root from '#app/root.tsx'
import * as agreement from '#app/routes/newcomer/agreement.tsx'
import * as article from '#app/routes/newcomer/article.tsx'
import * as clause from '#app/routes/newcomer/clause.ts'
import * as handbook from '#app/routes/newcomer/handbook.tsx'
import * as practice from '#app/routes/newcomer/practice.tsx'
import * as feedback from '#app/routes/newcomer/practice-feedback.tsx'
import * as levels from '#app/routes/newcomer/practice-levels.tsx'
import * as practiceReply from '#app/routes/newcomer/practice-reply.tsx'
import * as practiceText from '#app/routes/newcomer/practice-text.tsx'
import * as quiz from '#app/routes/newcomer/quiz.tsx'
import * as start from '#app/routes/newcomer/start.tsx'
import * as step from '#app/routes/newcomer/step.ts'
import { agreementText } from '#app/server/house-rules.ts'
import { practiceKey } from '#app/server/practice-page.ts'
import { openTestContext, reply, testLibrary } from '#test/support/context.ts'
import { testDb } from '#test/support/db.ts'
import { later, lumo, monday } from '#test/world/lumo.ts'
import { admitted, hired, rightChoices, signed } from '#test/world/newcomers.ts'

const { db } = await testDb()
const world = await lumo(db)
const { asStaff } = openTestContext(db, monday)
let people = 0
const somebody = () => {
  people += 1
  return { name: `Nora Veseli ${people}`, email: `nora${people}@example.com`, now: monday }
}

/** Every sentence of the handbook and of the practice case, in every language. */
const secrets = [
  ...testLibrary().handbook.content.articles.flatMap(({ texts }) =>
    locales.flatMap((locale) => [texts[locale].title, ...texts[locale].paragraphs]),
  ),
  ...locales.map((locale) => testLibrary().scenario(practiceKey)?.content.texts[locale].question ?? ''),
].map((text) => text.slice(0, 30))
const leaks = (body: unknown) => secrets.filter((secret) => JSON.stringify(body).includes(secret))

test('before the gate neither handbook nor practice sends a word of what it holds', async () => {
  const { viewer } = await signed(db, world, somebody())
  const browser = await asStaff(viewer)
  const closed = [
    await reply(handbook.loader(browser.get('/start/handbook?q=payout'))),
    await reply(article.loader(browser.get('/start/handbook/payout-dates', { article: 'payout-dates' }))),
    await reply(article.loader(browser.get('/start/handbook/no-such', { article: 'no-such' }))),
    await reply(practice.loader(browser.get('/start/practice'))),
    await reply(practice.action(browser.post('/start/practice', {}))),
    await reply(step.action(browser.post('/start/steps/handbook', { done: 'yes' }, { step: 'handbook' }))),
  ]
  for (const { status, body } of closed) {
    expect(status).toBe(403)
    expect(leaks(body)).toEqual([])
  }
  for (const { loader } of [practiceReply, practiceText, levels, feedback])
    expect((await reply(loader(browser.get('/start/practice/reply')))).headers.get('location')).toBe(
      '/start/practice',
    )
  const plan = await reply(start.loader(browser.get('/start')))
  expect(plan.status).toBe(200)
  expect(leaks(plan.body)).toEqual([])
  const frame = await reply(root.loader(browser.get('/start')))
  expect(leaks(frame.body)).toEqual([])
})

test('behind the gate the handbook is read, searched, and one article at a time is put into the ledger', async () => {
  const { viewer } = await admitted(db, world, somebody())
  const browser = await asStaff(viewer)
  const all = await reply(handbook.loader(browser.get('/start/handbook')))
  expect(leaks(all.body).length).toBeGreaterThan(5)
  const found = await reply(handbook.loader(browser.get('/start/handbook?q=Bank+holidays')))
  expect(found.body).toMatchObject({ open: { query: 'Bank holidays' } })
  const opened = await reply(
    article.loader(browser.get('/start/handbook/payout-dates', { article: 'payout-dates' })),
  )
  expect(opened.body).toMatchObject({ open: { number: 1, before: null } })
  const after = await reply(handbook.loader(browser.get('/start/handbook')))
  const { open } = after.body as { open: { articles: { id: string; opened: boolean }[] } }
  expect(open.articles.filter((one) => one.opened).map(({ id }) => id)).toEqual(['payout-dates'])
  const missing = article.loader(browser.get('/start/handbook/no-such', { article: 'no-such' }))
  expect((await reply(missing)).status).toBe(404)
})

test('the words of agreement and quiz never travel as a catalogue, nor an answer before it was tried', async () => {
  const { viewer } = await signed(db, world, somebody())
  const browser = await asStaff(viewer)
  const frame = JSON.stringify((await reply(root.loader(browser.get('/start/practice/reply')))).body)
  const { body } = await reply(quiz.loader(browser.get('/start/quiz')))
  const page = JSON.stringify(body)
  for (const { why, question } of Object.values(catalogues.en.rules.quiz)) {
    expect(frame).not.toContain(question)
    expect(page).toContain(question)
    expect(page).not.toContain(why)
  }
  expect(page).not.toContain('"state":"right"')
})

test('clause, name and answers as plain forms: the gate opens', async () => {
  const { viewer } = await hired(db, world, somebody())
  const browser = await asStaff(viewer)
  expect((await reply(quiz.loader(browser.get('/start/quiz')))).status).toBe(403)
  for (const key of agreementInForce.clauses) {
    const read = clause.action(browser.post(`/start/agreement/clauses/${key}`, {}, { clause: key }))
    expect((await reply(read)).headers.get('location')).toBe('/start/agreement#next')
  }
  const { hash } = agreementText('en', 'Lumo Hosting')
  const sign = async (fields: Record<string, string>) =>
    reply(agreement.action(browser.post('/start/agreement', fields)))
  expect(await sign({ name: ' ', text: hash })).toMatchObject({ status: 422, body: { issue: 'required' } })
  expect(await sign({ name: viewer.name, text: 'older' })).toMatchObject({
    status: 409,
    body: { refused: 'agreement-changed', name: viewer.name },
  })
  expect((await sign({ name: viewer.name, text: hash })).headers.get('location')).toBe('/start/quiz')
  const answer = async (fields: Record<string, string>) =>
    reply(quiz.action(browser.post('/start/quiz', fields)))
  expect(await answer({ secret: 'prices', inside: 'nonsense' })).toMatchObject({
    status: 422,
    body: { missing: ['inside', 'friends', 'slip', 'after'], choices: { secret: 'prices' } },
  })
  expect((await answer({ ...rightChoices, slip: 'sender' })).status).toBe(303)
  const { body } = await reply(quiz.loader(browser.get('/start/quiz')))
  const { questions } = body as { questions: { key: string; state: string; why: string | null }[] }
  expect(questions.map(({ state }) => state)).toEqual(['right', 'right', 'right', 'wrong', 'right'])
  expect(questions[3]?.why).toBe(catalogues.en.rules.quiz.slip.why)
  await answer({ slip: 'lead' })
  expect((await reply(handbook.loader(browser.get('/start/handbook')))).status).toBe(200)
})

test('the handbook is ticked and unticked by a form', async () => {
  const { viewer } = await admitted(db, world, somebody())
  const browser = await asStaff(viewer)
  const tick = (done: string) =>
    reply(
      step.action(
        browser.post('/start/steps/handbook', { done, to: '/start/handbook' }, { step: 'handbook' }),
      ),
    )
  const state = async () => {
    const { body } = await reply(start.loader(browser.get('/start')))
    const { plan } = body as { plan: { steps: { key: string; state: string }[] } }
    return plan.steps.find(({ key }) => key === 'handbook')?.state
  }
  expect((await tick('yes')).headers.get('location')).toBe('/start/handbook')
  expect(await state()).toBe('done')
  await tick('no')
  expect(await state()).toBe('open')
  const other = step.action(browser.post('/start/steps/agreement', { done: 'yes' }, { step: 'agreement' }))
  expect((await reply(other)).status).toBe(404)
  expect((await reply(step.loader(browser.get('/start/steps/handbook', { step: 'handbook' })))).status).toBe(
    405,
  )
})

test('the plan counts the days from the first one, also before it', async () => {
  const { viewer } = await hired(db, world, { ...somebody(), startsOn: '2026-11-23' })
  const { clock, asStaff: at } = openTestContext(db, monday)
  const browser = await at(viewer)
  const day = async () => {
    const { body } = await reply(start.loader(browser.get('/start')))
    return (body as { plan: { day: number } }).plan.day
  }
  expect(await day()).toBe(-20)
  clock.now = later(monday, { days: 13 })
  expect(await day()).toBe(-7)
})
