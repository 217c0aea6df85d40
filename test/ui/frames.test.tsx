import { describe, expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { stages } from '#app/domain/pipeline.ts'
import { catalogues } from '#app/i18n/catalogues.ts'
import { BareWordsContext } from '#app/ui/bare-words.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Failed } from '#app/ui/Failed.tsx'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { PageHead, StaffPage } from '#app/ui/StaffPage.tsx'
import { Stage } from '#app/ui/Stage.tsx'
import { elements, render } from '#test/support/render.tsx'

const staff = (
  <StaffPage
    nouns={[
      { to: '/team', name: 'Today', count: 3, lamp: true, end: true },
      { to: '/team/vacancies', name: 'Vacancies' },
    ]}
    me={{ name: 'Mirela Hoxha', role: 'Hiring manager' }}
  >
    <PageHead title="Vacancies" crumb="All teams" acts={<button type="button">New</button>} />
  </StaffPage>
)
const frames = [
  ['public', <PublicPage key="public">Text</PublicPage>, '/ru/jobs/evening'],
  ['candidate', <CandidatePage key="candidate">Text</CandidatePage>, '/a'],
  ['staff', staff, '/team/vacancies'],
] as const

describe.each(frames)('the %s frame', (_name, frame, path) => {
  test('has one main, a skip link to it, and no style attribute', async () => {
    const markup = await render(frame, { path })
    expect(elements(markup, 'main')).toMatchObject([{ id: 'main' }])
    expect(elements(markup, 'a').find((link) => link.class === 'skip')).toMatchObject({ href: '#main' })
    expect(markup).not.toMatch(/<[^>]* style=/)
  })

  test.each(locales)('speaks %s', async (locale) => {
    expect(await render(frame, { path, locale })).toMatch(/class="skip"[^>]*>\p{L}{4,}/u)
  })
})

test('on a page with an address in each language the switch is made of links, without a prefix for English', async () => {
  const links = elements(
    await render(<PublicPage>Text</PublicPage>, { path: '/ru/jobs/evening?from=ad', locale: 'ru' }),
    'a',
  ).filter(({ hrefLang }) => hrefLang)
  expect(links.map(({ href }) => href)).toEqual([
    '/jobs/evening?from=ad',
    '/ru/jobs/evening?from=ad',
    '/sq/jobs/evening?from=ad',
  ])
  expect(links.map((link) => link['aria-current'])).toEqual([undefined, 'true', undefined])
})

test('elsewhere the switch is a form that comes back to the page', async () => {
  const markup = await render(<CandidatePage>Text</CandidatePage>, { path: '/a/assignment?part=2' })
  expect(elements(markup, 'form').map(({ action }) => action)).toEqual(['/language', '/theme'])
  expect(elements(markup, 'input')[0]).toMatchObject({
    type: 'hidden',
    name: 'to',
    value: '/a/assignment?part=2',
  })
  expect(
    elements(markup, 'button')
      .filter(({ name }) => name === 'locale')
      .map(({ value, lang }) => [value, lang]),
  ).toEqual([
    ['en', 'en'],
    ['ru', 'ru'],
    ['sq', 'sq'],
  ])
})

test('the rail marks the noun one is in, and the figure that needs one now', async () => {
  const links = elements(await render(staff, { path: '/team/vacancies/new' }), 'a')
  expect(links.find(({ href }) => href === '/team/vacancies')).toMatchObject({ 'aria-current': 'page' })
  expect(links.find(({ href, class: name }) => href === '/team' && name !== 'mark')).not.toHaveProperty(
    'aria-current',
  )
  expect(await render(staff, { path: '/team' })).toContain('<span class="num lamp">3</span>')
})

test('the chosen theme is the one that is marked', async () => {
  const current = async (theme?: 'dark') =>
    elements(await render(<PublicPage>Text</PublicPage>, { theme }), 'button').find(
      (button) => button.name === 'theme' && button['aria-current'],
    )?.value
  expect(await current('dark')).toBe('dark')
  expect(await current()).toBe('auto')
})

test('every stage has its one word in every language, and who has left has a line through the road', async () => {
  for (const locale of locales)
    for (const stage of stages)
      expect(await render(<Stage stage={stage} />, { locale })).toMatch(/<\/svg>\p{L}+/u)
  const ticks = elements(await render(<Stage stage="grading" />), 'path')
  expect(ticks.map(({ class: place, d }) => [place, d?.split('M').length])).toEqual([
    ['past', 4],
    ['next', 6],
    ['here', 2],
  ])
  expect(elements(await render(<Stage stage="withdrawn" />), 'line').map((tick) => tick.class)).toEqual([
    'strike',
  ])
})

describe('the failed state', () => {
  test('a fault of ours gives a code to quote and the way to try again', async () => {
    const markup = await render(<Failed status={500} requestId="0190c0de-0000-7000-8000-00007f3k1234" />, {
      path: '/a?x=1',
    })
    expect(markup).toContain('Code: 7F3K1234')
    expect(elements(markup, 'a').find((link) => link.class === 'btn')).toMatchObject({ href: '/a?x=1' })
  })

  test('what is not there looks the same as what is not yours, and gives no code', async () => {
    const markup = await render(<Failed status={404} requestId="0190c0de-0000-7000-8000-00007f3k1234" />, {
      locale: 'sq',
    })
    expect(markup).toContain('Faqja nuk u gjet')
    expect(markup).not.toContain('7F3K1234')
  })

  test('with nothing loaded it speaks all three languages', async () => {
    const words = locales.map((locale) => ({ locale, words: catalogues[locale].failed }))
    const markup = await render(
      <BareWordsContext.Provider value={words}>
        <Failed bare status={503} />
      </BareWordsContext.Provider>,
    )
    expect(elements(markup, 'section').map(({ lang }) => lang)).toEqual(['en', 'ru', 'sq'])
  })
})
