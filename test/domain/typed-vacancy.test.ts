import { expect, test } from 'vitest'
import { differingFields, typedOf, withoutBlanks } from '#app/domain/typed-vacancy.ts'
import { vacancyForm } from '#app/domain/vacancy.ts'
import { eveningShift } from './vacancies.ts'

const vacancy = vacancyForm.parse(eveningShift)

test('a saved vacancy read back from its own form is the same vacancy', () => {
  expect(vacancyForm.parse(typedOf(vacancy))).toEqual(vacancy)
})

test('rows that were left empty are no rows', () => {
  const typed = typedOf(vacancy)
  const spare = {
    ...typed,
    languages: [...typed.languages, { language: '', level: '' }],
    openings: [{ startsOn: '' }, ...typed.openings],
  }
  expect(withoutBlanks(spare)).toEqual(typed)
  const half = { ...typed, languages: [{ language: 'sq', level: '' }] }
  expect(withoutBlanks(half).languages).toHaveLength(1)
})

test('two versions differ in what was changed and nothing else', () => {
  expect(differingFields(vacancy, vacancyForm.parse(typedOf(vacancy)))).toEqual([])
  const other = {
    ...vacancy,
    payMax: 1200,
    weights: { A3: 1.5, A1: 2 },
    texts: { ...vacancy.texts, en: { title: 'Evening', summary: '', duties: [] } },
  }
  expect(differingFields(vacancy, other)).toEqual(['texts.en', 'payMax'])
})
