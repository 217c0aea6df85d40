import { expect, test } from 'vitest'
import { locales } from '#app/domain/locale.ts'
import { audienceOf } from '#app/i18n/audiences.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { openPlainTranslator } from '#app/i18n/plain.ts'
import { textsNamed } from '#app/i18n/texts.ts'
import { nameTexts } from '#app/server/texts.ts'

const spoken = (locale: (typeof locales)[number], path: string) =>
  openPlainTranslator(locale, textsNamed(nameTexts(locale, audienceOf(path))))

test.each(locales)(
  'a browser on the form in %s has its words, and none of the drawings or the mails',
  (locale) => {
    const t = spoken(locale, '/jobs/support/apply')
    expect(t('apply.issues.email-form')).not.toBe('')
    expect(t('ui.sending')).not.toBe('')
    for (const key of [
      'ui.timer.hide',
      'ui.stage.grading',
      'apply.applied.title',
      'apply.mails.confirmed.subject',
    ])
      expect(() => t(key as MessageKey)).toThrow('No text')
  },
)

test('the form can say that its vacancy is closed, and none of the refusals of other pages', () => {
  const t = spoken('ru', '/ru/jobs/support/apply')
  expect(t('failed.codes.vacancy-closed')).not.toBe('')
  expect(() => t('failed.codes.undo-over')).toThrow('No text')
  expect(spoken('ru', '/team')('failed.codes.undo-over')).not.toBe('')
})

test.each(['/team', '/a', '/a/assignment', '/r', '/start', '/jobs', '/jobs/support/apply'])(
  'whoever is at %s can be told what failed',
  (path) => {
    for (const locale of locales) {
      expect(spoken(locale, path)('failed.missing.title')).not.toBe('')
    }
  },
)
