import { expect, test } from 'vitest'
import { ApplicationTabs } from '#app/ui/pipeline/ApplicationTabs.tsx'
import { elements, render } from '#test/support/render.tsx'

const here = '/team/applications/0190c0de'
const current = async (page: string) =>
  elements(await render(<ApplicationTabs id="0190c0de" />, { path: here + page }), 'a')
    .filter((tab) => tab['aria-current'] === 'page')
    .map(({ href = '' }) => href.slice(here.length))

test.each([
  ['', ''],
  ['/profile', '/profile'],
  ['/references', '/references'],
  ['/interview', '/interview'],
  ['/interview/0190/move', '/interview'],
  ['/decide', '/decide'],
  ['/offer', '/decide'],
  ['/offer/withdraw', '/decide'],
])('at “%s” one tab is current: “%s”', async (page, tab) => {
  expect(await current(page)).toEqual([tab])
})
