import { expect, test } from 'vitest'
import { failureOf } from '#app/domain/failed-job.ts'

test.each([
  ['ESOCKET connect ECONNREFUSED 127.0.0.1:25', 'mail-away'],
  ['EDNS getaddrinfo ENOTFOUND mail.example.com', 'mail-away'],
  ['EAUTH Invalid login: 535 Authentication failed', 'mail-sign-in'],
  ['EENVELOPE Can’t send mail - all recipients were rejected: 550 no such user', 'mail-refused'],
  ['no mail called pipeline.nothing', 'unknown'],
  [null, 'unknown'],
] as const)('a mail that failed with “%s” failed for want of: %s', (error, failure) => {
  expect(failureOf({ kind: 'mail', error })).toBe(failure)
})

test('what fails for want of the network elsewhere says nothing about the mail server', () => {
  expect(failureOf({ kind: 'remove-application', error: 'ETIMEDOUT read' })).toBe('unknown')
})
