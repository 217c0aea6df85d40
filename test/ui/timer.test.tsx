import { expect, test } from 'vitest'
import { Parts } from '#app/ui/Parts.tsx'
import { Saved } from '#app/ui/Saved.tsx'
import { figures, moments, Timer } from '#app/ui/Timer.tsx'
import { elements, render } from '#test/support/render.tsx'

const now = '2026-11-23T14:00:00.000Z'

test('the first drawing is the server’s own count, whatever the device’s clock says', async () => {
  const markup = await render(<Timer deadline="2026-11-23T14:14:20.000Z" now={now} total={2400} part />)
  expect(markup).toMatch(/role="timer"><span>14:20</)
  expect(markup).toContain('left in this part')
})

test('without a script the deadline itself is said, in the given zone', async () => {
  const markup = await render(
    <Timer deadline="2026-11-23T14:14:20.000Z" now={now} total={2400} zone="Europe/Tirane" />,
    { locale: 'sq' },
  )
  expect(markup).toMatch(/<noscript><span class="label">deri në 15:14<\/span><\/noscript>/)
})

test('there is one polite region and it starts silent', async () => {
  const markup = await render(<Timer deadline="2026-11-23T14:14:20.000Z" now={now} total={2400} />)
  expect(elements(markup, 'span').filter(({ role }) => role === 'status')).toHaveLength(1)
  expect(markup).toContain('<span class="vh" role="status"></span>')
})

test('a deadline that has passed is time up, not a negative figure', async () => {
  expect(await render(<Timer deadline="2026-11-23T13:00:00.000Z" now={now} total={2400} />)).toMatch(
    /0:00.*Time is up\./,
  )
})

test.each([
  [2400, [1200, 600, 300, 60]],
  [1200, [600, 300, 60]],
  [480, [240, 60]],
  [90, [45]],
])('of %i seconds it speaks at half and at 10, 5 and 1 minutes below it', (total, expected) => {
  expect(moments(total)).toEqual(expected)
})

test.each([
  [0, '0:00'],
  [59, '0:59'],
  [1540, '25:40'],
  [5520, '1:32:00'],
])('%i seconds read %s', (seconds, words) => {
  expect(figures(seconds)).toBe(words)
})

test('the autosave says its state in words', async () => {
  expect(await render(<Saved state="saved" time="14:02" />, { locale: 'ru' })).toContain(
    'Сохранено в\u00a014:02',
  )
  expect(await render(<Saved state="offline" />)).toContain('Offline, kept on this device')
})

test('the first line gives each part its length and says where one is', async () => {
  const parts = [
    { name: 'Sales page', minutes: 25, state: 'done' },
    { name: 'Reply', minutes: 40, state: 'current', share: 0.36 },
    { name: 'Why support', minutes: 12, state: 'ahead' },
  ] as const
  const markup = await render(<Parts parts={parts} />)
  expect(elements(markup, 'li').map((part) => part.class)).toEqual(['g8 done', 'g12 current', 'g4 ahead'])
  expect(elements(markup, 'li')[1]).toMatchObject({ 'aria-current': 'step' })
  expect(
    elements(markup, 'rect')
      .filter((rect) => rect.class === 'gone')
      .map(({ width }) => width),
  ).toEqual(['100.0%', '36.0%'])
  expect(markup).toContain('handed in')
})
