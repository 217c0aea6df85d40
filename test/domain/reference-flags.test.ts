import { expect, test } from 'vitest'
import { type FlaggedReference, flagsOf, isFreeMail } from '#app/domain/reference-flags.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 2, 9, minutes))
const usual: FlaggedReference = {
  named: 'manager',
  said: 'manager',
  email: 'ilir@nordweb.example.com',
  sentAt: at(0),
  openedAt: at(10),
  receivedAt: at(14),
}

test('a reference that came in the usual way has nothing to look at', () => {
  expect(flagsOf(usual)).toEqual([])
})

test('what is unusual is named, one by one', () => {
  expect(flagsOf({ ...usual, said: 'peer' })).toEqual(['other-relation'])
  expect(flagsOf({ ...usual, email: 'ilir@gmail.com' })).toEqual(['free-mail'])
  expect(flagsOf({ ...usual, openedAt: at(13) })).toEqual(['quick'])
  expect(flagsOf({ ...usual, sentAt: at(13), openedAt: at(12) })).toEqual(['soon'])
})

test('a colleague may well write from a free address', () => {
  expect(flagsOf({ ...usual, named: 'peer', said: 'peer', email: 'ilir@gmail.com' })).toEqual([])
})

test('knows free addresses by their domain, not by what stands before it', () => {
  expect(isFreeMail('a@Yandex.ru')).toBe(true)
  expect(isFreeMail('a@yahoo.co.uk')).toBe(true)
  expect(isFreeMail('gmail.com@nordweb.example.com')).toBe(false)
  expect(isFreeMail('a@mygmail.com')).toBe(false)
})
