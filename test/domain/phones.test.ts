import { expect, test } from 'vitest'
import { phonesIn } from '#app/domain/phones.ts'

const found = (text: string) => phonesIn(text).map(({ start, end }) => text.slice(start, end))
const alone = (number: string) => expect(found(`Write to me, ${number}, any day.`), number).toEqual([number])

test.each([
  [
    'with a plus',
    [
      '+355 69 123 4567',
      '+355691234567',
      '+383 44 123 456',
      '+44 7700 900123',
      '+44 (0)20 7946 0958',
      '+7 (912) 345-67-89',
      '+7 912 345 67 89',
      '+7-912-345-67-89',
      '+49 30 901820',
      '+1 212 555 0123',
    ],
  ],
  [
    'with 00',
    ['00355 69 123 4567', '00383 44 123 456', '0044 7700 900123', '00447700900123', '0049 30 901820'],
  ],
  [
    'with the country’s number alone',
    ['355 69 123 4567', '383 44 123 456', '447700900123', '7 912 345-67-89', '79123456789'],
  ],
  [
    'in the United Kingdom',
    [
      '07700 900123',
      '07700900123',
      '07700 900 123',
      '020 7946 0958',
      '(020) 7946 0958',
      '0161 496 0000',
      '01632 960001',
    ],
  ],
  [
    'in Russia',
    [
      '8 (912) 345-67-89',
      '8 912 345 67 89',
      '8-912-345-67-89',
      '89123456789',
      '8(495)123-45-67',
      '(912) 345-67-89',
      '912 345-67-89',
      '345-67-89',
    ],
  ],
  [
    'in Albania',
    [
      '069 123 4567',
      '0691234567',
      '069 12 34 567',
      '067.123.4567',
      '068-123-4567',
      '69 123 4567',
      '042 234 567',
      '04 2234567',
      '04 2 234 567',
    ],
  ],
  ['in Kosovo', ['044 123 456', '044/123-456', '049123456', '045-123-456', '038 123 456', '044 123-456']],
] as const)('a number %s', (_, numbers) => {
  for (const number of numbers) alone(number)
})

test.each([
  [
    'an order or a ticket',
    [
      '2025-4630',
      'order 2025-3907',
      '#0441234567',
      '№ 89123456789',
      'order 0441234567',
      'Order no. 0691234567',
      'заказ № 89123456789',
      'заказа 89123456789',
      'обращение номер 0441234567',
      'porosia nr. 0691234567',
      'kërkesa 0691234567',
      'INV-0441234567',
      'ticket 10045 20045',
    ],
  ],
  [
    'an amount',
    [
      '€52.60',
      '1 234 567',
      '12 500 000 lekë',
      '100 000 000',
      '+12 500 000',
      '8 912 345 678 руб',
      '0.50',
      '1,234,567.89',
      '89 123 456 789 ₽',
      '069 123 4567 lekë',
      '€069 123 4567',
    ],
  ],
  [
    'a time or a date',
    [
      '09:00-18:00',
      '09.00-18.00',
      '01.02.2025',
      '01.02.2025 10:40',
      '01.02.2025 10.40',
      '2025-11-17 10:40',
      '17/11/2025',
      '08 10 12 14 16',
      '17 11 2025',
      '2024-2025',
      '17.11.25 18.00',
    ],
  ],
  [
    'a reference, an address, a sum',
    [
      'AL47 2121 1009 0000 0002 3569 8741',
      'GB29 NWBK 6016 1331 9268 19',
      '205771 2510',
      '4111 1111 1111 1111',
      '192.0.2.25',
      '192.168.001.001',
      '46/1296 (3.5 %)',
      '1296/4180. 2884',
      '3.14159265358979',
      '2884 1296',
      'by phone 2884 1296',
      '79+6.90',
      '0.1.2',
      '2001:0db8:0000:0000',
    ],
  ],
] as const)('%s is no phone number', (_, texts) => {
  for (const text of texts) expect(found(`It is ${text} as you see.`), text).toEqual([])
})

test('whatever follows “call me” is one, and a time beside a number stays', () => {
  expect(found('Call me on 7700 900123.')).toEqual(['7700 900123'])
  expect(found('Мой номер: 2-34-56-78')).toEqual(['2-34-56-78'])
  expect(found('Numri im është 69123456, më merrni.')).toEqual(['69123456'])
  expect(found('Tel.: 2234567')).toEqual(['2234567'])
  expect(found('At 17:00 069 123 4567 and 044 123 456 / 069 123 4567')).toEqual([
    '069 123 4567',
    '044 123 456',
    '069 123 4567',
  ])
  expect(found('On 17.11.2025 069 123 4567')).toEqual(['069 123 4567'])
  expect(found('069 123 4567 10-18')).toEqual(['069 123 4567'])
  expect(found('https://wa.me/355691234567')).toEqual(['355691234567'])
})

test('pages of digits take no time', () => {
  const started = performance.now()
  for (const text of [
    '1 '.repeat(10_000),
    '0'.repeat(20_000),
    '069 '.repeat(5000),
    '+(1)'.repeat(5000),
    'my number '.repeat(2000),
  ])
    phonesIn(text)
  expect(performance.now() - started).toBeLessThan(200)
})
