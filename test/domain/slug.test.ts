import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from '#app/domain/slug.ts'

test('a title in any of the three languages becomes an address that can be read aloud', () => {
  expect(slugOf('Support specialist, evening shift')).toBe('support-specialist-evening-shift')
  expect(slugOf('Specialist mbështetjeje, çdo mbrëmje')).toBe('specialist-mbeshtetjeje-cdo-mbremje')
  expect(slugOf('Специалист поддержки: вечер, ещё смена')).toBe('spetsialist-podderzhki-vecher-eshche-smena')
})

test('a title without letters still has an address', () => {
  expect(slugOf('!!! ☎')).toBe('vacancy')
})

test('whatever the title, the address is short and plain', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300, unit: 'grapheme' }),
      (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title)) && slugOf(title).length <= 60,
    ),
  )
})
