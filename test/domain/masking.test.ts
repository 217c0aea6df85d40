import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenSign, hideNames } from '#app/domain/masking.ts'

const shown = (text: string) => text.replaceAll(new RegExp(`${hiddenSign}+`, 'g'), '[…]')
const hide = (text: string, name: string, scenario = '') =>
  shown(hideNames(text, { name, email: 'elira.gashi@example.com' }, () => scenario))

test('a name is hidden in every case in which its bearer may write it', () => {
  expect(hide('Человек, меня зовут Вера. Спросите Веру или напишите Вере.', 'Вера Соколова')).toBe(
    'Человек, меня зовут […]. Спросите […] или напишите […].',
  )
  expect(hide('С уважением, СОКОЛОВА', 'Вера Соколова')).toBe('С уважением, […]')
  expect(hide('Unë jam Elira. Shkruani Elirës.', 'Elira Gashi')).toBe('Unë jam […]. Shkruani […].')
  expect(hide('Yours, Elira Gashi', 'Elira Gashi')).toBe('Yours, […] […]')
})

test('a word that only sounds like the name stays', () => {
  expect(hide('Верно, и в это не верится. Вероятно, завтра.', 'Вера Соколова')).toBe(
    'Верно, и в это не верится. Вероятно, завтра.',
  )
  expect(hide('I will check it, will you wait?', 'Will Marsh')).toBe('I will check it, will you wait?')
})

test('in small letters a name is hidden where it signs or introduces', () => {
  expect(hide('Thank you.\nwill', 'Will Marsh')).toBe('Thank you.\n[…]')
  expect(hide('hello, my name is will and I will help', 'Will Marsh')).toBe(
    'hello, my name is […] and I will help',
  )
})

test('without diacritics it is the same name, and the address goes too', () => {
  expect(hide('Besart Cela', 'Besart Çela')).toBe('[…] […]')
  expect(hide('Шлите на Elira.Gashi@example.com', 'Вера Соколова')).toBe('Шлите на […]')
})

test('a name that belongs to somebody of the scenario gives nobody away', () => {
  expect(
    hide('Здравствуйте, Алина! С уважением, Петрова', 'Алина Петрова', 'Алина, партнёр с сентября'),
  ).toBe('Здравствуйте, Алина! С уважением, […]')
})

test('even then it is hidden where the author says that it is theirs', () => {
  expect(hide('Здравствуйте, Алина! Меня зовут Алина.', 'Алина Петрова', 'Алина, партнёр с сентября')).toBe(
    'Здравствуйте, Алина! Меня зовут […].',
  )
})

test('hiding never moves a character, whatever people are called', () => {
  const any = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(any, any, any, (text, name, email) => {
      expect(hideNames(text + name + email, { name, email }, () => text).length).toBe(
        (text + name + email).length,
      )
    }),
  )
  expect(hide('Anna-Maria, anna-maria@ex-ample.com', 'Anna-Maria O’Neil-Šehu')).toBe('[…]-[…], […]')
})

test('an address of the scenario’s own stays', () => {
  expect(
    hide('Write to help@lumo.example.com or ana@example.com', 'Ana Lleshi', 'help@lumo.example.com'),
  ).toBe('Write to help@lumo.example.com or […]')
})

test('a phone number is hidden, and none that the scenario has itself, however it is written there', () => {
  expect(hide('Call me: +355 69 123 4567 (Elira)', 'Elira Gashi')).toBe('Call me: […] ([…])')
  expect(hide('They may ring 020 7946 0958 or me, 07700 900123.', 'Will Marsh', '+44 20 7946 0958')).toBe(
    'They may ring 020 7946 0958 or me, […].',
  )
  expect(hide('Order 2025-4630, €52.60, by 17:00 on 17.11.2025', 'Will Marsh')).toBe(
    'Order 2025-4630, €52.60, by 17:00 on 17.11.2025',
  )
})

test('a page of spaces takes no time', () => {
  const started = performance.now()
  hide(`${' '.repeat(20_000)}x`, 'Will Marsh')
  hide('will '.repeat(4000), 'Will Marsh')
  hide('a.'.repeat(10_000), 'Will Marsh')
  hide('@a.'.repeat(6000), 'Will Marsh')
  hide('069 123 4567, '.repeat(1500), 'Will Marsh', '2025-4630 '.repeat(500))
  expect(performance.now() - started).toBeLessThan(200)
})
