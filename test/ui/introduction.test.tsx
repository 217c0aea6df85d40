import { expect, test } from 'vitest'
import { translator } from '#app/i18n/i18n.ts'
import { Introduction } from '#app/ui/attempt/Introduction.tsx'
import { elements, render } from '#test/support/render.tsx'

const t = translator('ru')
const invited = {
  title: 'Задание',
  vacancyTitle: 'Специалист поддержки',
  zone: 'Europe/Tirane',
  jobLocale: 'ru' as const,
  minutes: 64,
  dimensions: [],
  parts: [],
  sittings: 1,
  warmUps: [],
  extra: 'none' as const,
  secondLanguage: false,
  openUntil: '2026-11-29T22:59:59.000Z',
  aiPolicy: 'declared' as const,
}
const shown = (open: boolean, late: boolean) =>
  render(<Introduction {...invited} open={open} late={late} />, { locale: 'ru', path: '/a/assignment' })

test.each([
  [false, false, 'attempt.refusals.not-open'],
  [true, true, 'attempt.refusals.invitation-over'],
] as const)(
  'who cannot start an assignment (open %s, late %s) reads why, and finds the way to their application',
  async (open, late, why) => {
    const markup = await shown(open, late)
    expect(markup).toContain(t(why))
    expect(elements(markup, 'a').map(({ href }) => href)).toContain('/a')
    expect(markup).not.toContain(t('attempt.start'))
  },
)

test('who can start finds the button', async () => {
  const markup = await shown(true, false)
  expect(markup).toContain(t('attempt.start'))
  expect(markup).not.toContain(t('attempt.done.status'))
})
