import { expect, test } from 'vitest'
import { signsAs } from '#app/domain/typed-name.ts'

test.each([
  ['arta kola', 'Arta Kola'],
  ['  KOLA   Arta ', 'Arta Kola'],
  ['Elira Cela', 'Elira Çela'],
  ['Иван Ёжиков', 'Иван Ежиков'],
  ['Анна Мария Ким', 'Анна-Мария Ким'],
  ['O Neill Sean', 'Sean O’Neill'],
])('“%s” signs as “%s”', (typed, name) => {
  expect(signsAs(typed, name)).toBe(true)
})

test.each([
  ['', 'Arta Kola'],
  ['...', '…'],
  ['Arta', 'Arta Kola'],
  ['Arta B. Kola', 'Arta Kola'],
  ['yes', 'Arta Kola'],
])('“%s” does not sign as “%s”', (typed, name) => {
  expect(signsAs(typed, name)).toBe(false)
})
