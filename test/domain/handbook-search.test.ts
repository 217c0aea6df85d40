import { expect, test } from 'vitest'
import { findArticles, marks } from '#app/ui/attempt/search.ts'

const article = (id: string, title: string, text: string) => ({
  id,
  number: 1,
  title,
  paragraphs: [{ number: '1.1', text }],
})
const articles = [
  article('dates', 'Когда приходят выплаты', 'Выплата уходит десятого числа. Ещё два дня идёт банк.'),
  article('closed', 'Закрытые дни банков', 'В праздники банки не работают.'),
  article('pagesat', 'Kur vijnë pagesat', 'Pagesa niset më dhjetë. Banka ka nevojë për dy ditë.'),
]
const found = (query: string) => findArticles(articles, query).map(({ id }) => id)

test('every word of the query must be there, whatever its ending', () => {
  expect(found('выплат банк')).toEqual(['dates'])
  expect(found('праздников')).toEqual(['closed'])
  expect(found('pagesave')).toEqual(['pagesat'])
})

test('capitals, ё and ë need not be typed', () => {
  expect(found('ЕЩЕ')).toEqual(['dates'])
  expect(found('vijne')).toEqual(['pagesat'])
})

test('an empty query shows the whole handbook, a strange one nothing', () => {
  expect(found('  ')).toEqual(['dates', 'closed', 'pagesat'])
  expect(found('кактус')).toEqual([])
})

test('marks cut a text without changing a letter of it', () => {
  const text = 'Pagesa niset më dhjetë.'
  const pieces = marks(text, 'pagesa dhjete')
  expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
  expect(pieces.filter(({ hit }) => hit).map(({ from, to }) => text.slice(from, to))).toEqual([
    'Pagesa',
    'dhjetë',
  ])
})
