import { describe, expect, test } from 'vitest'
import { recognise, recogniser, sentencesOf } from '#app/domain/scenario/inbox/said.ts'
import type { Pattern } from '#app/domain/scenario/inbox/schema.ts'
import { recogniserFor } from '#app/domain/scenario/inbox.ts'
import { gameOf, made } from './inbox-game.ts'

const holds = (pattern: Omit<Pattern, 'hint'>, text: string) =>
  recognise([recogniser('fact', { hint: 'x', ...pattern }, (group) => group)], text).length > 0
const says = (group: string, text: string) => holds({ all: [group] }, text)

describe('a text is read sentence by sentence', () => {
  test('which end at a full stop, a question, an exclamation, an ellipsis, a semicolon and a new line', () => {
    expect(sentencesOf('One. Two? Three! Four… five; six\nseven')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
    ])
  })

  test('and not at a point between figures, a colon or a comma', () => {
    expect(sentencesOf('At 14.00, not 3.5: see.')).toEqual(['at 14.00, not 3.5: see'])
  })

  test('and nothing is a sentence of an empty text', () => {
    for (const text of ['', ' \n ', '...', '?!']) expect(sentencesOf(text)).toEqual([])
  })

  test('a fact is said when one sentence holds a word of each group, in any order', () => {
    const pattern = { all: ['bank | office', 'returned | sent back'] }
    expect(holds(pattern, 'The bank returned it.')).toBe(true)
    expect(holds(pattern, 'It was sent back by the office, I am afraid')).toBe(true)
    expect(holds(pattern, 'The bank is closed. I returned the call.')).toBe(false)
    expect(holds(pattern, 'Returned.')).toBe(false)
  })

  test('and none of those that it must not hold, in that same sentence', () => {
    const pattern = { all: ['sorry', 'money | wait'], not: 'any inconvenience | thanks? for' }
    expect(holds(pattern, 'Sorry for the wait.')).toBe(true)
    expect(holds(pattern, 'Sorry for the wait and any inconvenience.')).toBe(false)
    expect(holds(pattern, 'Thank for the wait, sorry.')).toBe(false)
    expect(holds(pattern, 'Sorry about the money. Thanks for writing!')).toBe(true)
  })

  test('two facts may stand in one sentence, in the order of the case', () => {
    const facts = ['b', 'a'].map((id) => recogniser(id, { hint: 'x', all: [id] }, (group) => group))
    expect(recognise(facts, 'a b')).toEqual(['b', 'a'])
  })
})

describe('a word', () => {
  test('begins and ends at a letter boundary, in any alphabet', () => {
    expect(says('среда | среду', 'Уйдёт в среду.')).toBe(true)
    expect(says('сред', 'Средства целы, в среду уйдут.')).toBe(false)
    expect(says('среда', 'Средства у нас.')).toBe(false)
    expect(says('не', 'Нет, небольшая, мне.')).toBe(false)
    expect(says('para', 'parave')).toBe(false)
    expect(says('nis', 'niset')).toBe(false)
    expect(says('pay', 'repay payout')).toBe(false)
    expect(says('pay', '“Pay”, he said')).toBe(true)
  })

  test('takes any ending where the pattern says so, and any beginning too', () => {
    expect(says('возврат~', 'о возвратах')).toBe(true)
    expect(says('возврат~', 'невозврата')).toBe(false)
    expect(says('~врат', 'возврат')).toBe(true)
    expect(says('kthy~ mbrapsht', 'u kthyen mbrapsht')).toBe(true)
  })

  test('has alternatives in brackets, letters that may be missing, one of several letters, any letter', () => {
    expect(says('dn(i|ey)', 'dney')).toBe(true)
    expect(says('(it )?back', 'sent back')).toBe(true)
    expect(says('sent (it )?back', 'we sent it  back')).toBe(true)
    expect(says('dite(|t|ve) e fundit', 'ditë e fundit')).toBe(true)
    expect(says('плат[её]ж~', 'платёж')).toBe(true)
    expect(says('didn.t', 'we didn’t')).toBe(true)
    expect(says('days?', 'a day')).toBe(true)
    expect(says('(a | b) c', 'b c')).toBe(true)
    for (const text of ['you gave the wrong name', 'you gave a wrong name', 'you gave wrong names'])
      expect(says('you gave (the |a )?wrong name~', text)).toBe(true)
  })

  test('has no other signs: what else means something in a regular expression is itself', () => {
    expect(says('a+b', 'a+b')).toBe(true)
    expect(says('a+b', 'aab')).toBe(false)
    expect(says('10*', '1000')).toBe(false)
    expect(says('5 $', '5 $')).toBe(true)
    expect(says('\\d', '7')).toBe(false)
    expect(says('a{2}', 'aa')).toBe(false)
  })
})

describe('what can be written in two ways', () => {
  test('is one: capitals, ё, ë, ç, apostrophes, no-break spaces, thousands', () => {
    expect(says('её счет', 'ЕЁ СЧЁТ')).toBe(true)
    expect(says('ceshtje e cmuar', 'Çështje e çmuar')).toBe(true)
    expect(says("s’kemi | t'ju", 'S’KEMI')).toBe(true)
    expect(says("s'kemi", 's‘kemi')).toBe(true)
    expect(says('14 ноября', '14\u00a0ноября')).toBe(true)
    for (const written of ['1240', '1,240', '1 240', '1\u00a0240', '1\u202f240'])
      for (const pattern of ['1240', '1,240', '1 240']) expect(says(pattern, `€${written}`)).toBe(true)
  })

  test('letters composed of two signs are the one they look like', () => {
    expect(says('cfare', 'c\u0327fare\u0308')).toBe(true)
    expect(says('ещё', 'еще\u0308')).toBe(true)
  })
})

describe('a figure in a pattern', () => {
  test('is found alone, beside a sign of money, a word’s ending or an hour', () => {
    expect(says('640', 'It is €640.')).toBe(true)
    expect(says('1,240', 'Ушло 1 240 €')).toBe(true)
    expect(says('18~', 'on the 18th')).toBe(true)
    expect(says('14:00', 'deri në orën 14:00')).toBe(true)
  })

  test('is not found as a part of a longer one', () => {
    expect(says('40', 'It is €640.')).toBe(false)
    expect(says('64', 'It is €640.')).toBe(false)
    expect(says('(4|9) days', '14 days')).toBe(false)
    expect(says('18 | 19', 'on the 119th')).toBe(false)
  })
})

describe('a drawn value', () => {
  const said = (value: string, text: string) => {
    const content = made(
      {
        facts: [{ id: 'it' }],
        parameters: { number: { a: { number: value }, b: { number: '{{other}}', other: value } } },
      },
      { it: { hint: 'x', all: ['the | a', '{{number}} | nothing'] } },
    )
    return ['a', 'b'].map((number) => recogniserFor(content, 'en', { number })(text).length > 0)
  }

  test('is itself and no pattern, also when it names another', () => {
    expect(said('€50.40', 'the €50.40')).toEqual([true, true])
    expect(said('€50.40', 'the €50340')).toEqual([false, false])
    expect(said('R-03', 'The code is r-03.')).toEqual([true, true])
    expect(said('1,240', 'the 1 240 euros')).toEqual([true, true])
    expect(said('C++ | all', 'the all')).toEqual([false, false])
    expect(said('any~', 'the anything')).toEqual([false, false])
    expect(said('what?', 'the wha')).toEqual([false, false])
    expect(said('(North) Pixel', 'the (North) Pixel')).toEqual([true, true])
    expect(said('(North) Pixel', 'the North Pixel')).toEqual([false, false])
  })

  test('of another draw is not recognised', () => {
    const content = made({ facts: [{ id: 'where' }] }, { where: { hint: 'x', all: ['desk {{number}}'] } })
    expect(recogniserFor(content, 'en', { number: 'a' })('It is at desk 7.')).toEqual(['where'])
    expect(recogniserFor(content, 'en', { number: 'b' })('It is at desk 7.')).toEqual([])
  })
})

describe('a text of a hundred thousand signs', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
  const nasty = [
    'a',
    ' ',
    'а',
    'ab ',
    'not ',
    'sent ',
    'sent  it ',
    'возврат',
    'a.',
    '1 240 ',
    '1,',
    '’',
    'e\u0308',
    '…',
    '\n',
  ]
  const group =
    'sent (it )?(it )?back | (a|ab)~ (a|ab)~ c | возврат~ ~ов | [ab]~b? a~ b~ c~ d | dite(|t|ve) e fundit'

  test('is no matter, and neither are three hundred endings in one pattern', () => {
    const words = Array.from({ length: 300 }, (_, index) => `слово${index}~ word${index}~`)
    const took = [1, 2, 3].map((turn) => {
      const began = performance.now()
      expect(says(`${words.join(' | ')} | turn${turn}`, 'слово299ами word299s')).toBe(true)
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(50)
  })

  test.each(nasty.map((piece) => [piece]))('of %j is read in less than 50 ms', (piece) => {
    const fact = recogniser('fact', { hint: 'x', all: [group, group], not: group }, (text) => text)
    const text = long(piece)
    const took = [1, 2, 3].map(() => {
      const began = performance.now()
      recognise([fact], text)
      return performance.now() - began
    })
    expect(Math.min(...took)).toBeLessThan(50)
  })
})

test('the same words asked about again give the same facts', () => {
  const recognise = gameOf(made()).recognise
  const text = 'The umbrella is here, on shelf three.'
  expect(recognise(text)).toEqual(['found', 'where'])
  expect(recognise('Good morning.')).toEqual([])
  expect(recognise(text)).toEqual(['found', 'where'])
})
