import { describe, expect, test } from 'vitest'
import { longestSitting } from '#app/domain/composition.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import {
  type AssignmentContent,
  assignmentMinutes,
  evidence,
  inboxesOf,
} from '#app/domain/scenario/assignment.ts'
import { sittingsOf } from '#app/domain/scenario/sittings.ts'
import { library } from './shipped.ts'

const content = (key: string): AssignmentContent => {
  const found = library.assignment(key)?.content
  if (!found) throw new Error(`no assignment ‘${key}’`)
  return found
}
const minutes = (key: string) =>
  sittingsOf(content(key).sections).map((sections) => assignmentMinutes({ sections }))
const enough = (key: string) =>
  dimensions.filter((dimension) => (evidence(content(key))[dimension] ?? 0) >= 2)

test.each(library.assignments.map(({ key }) => key))('%s asks for no more than an hour at a time', (key) => {
  for (const sitting of minutes(key)) expect(sitting).toBeLessThanOrEqual(longestSitting)
})

describe('the standard form', () => {
  test('takes two sittings: what is written, then the inbox', () => {
    expect(minutes('standard')).toEqual([59, 56])
    const inboxes = inboxesOf(content('standard').sections, (key) => library.scenario(key)?.content.kind)
    expect(inboxes.map((parts) => parts.length)).toEqual([1, 5])
  })

  test('grades every dimension in two parts at least, K4 excepted, as its file says', () => {
    expect(dimensions.filter((dimension) => !enough('standard').includes(dimension))).toEqual(['K4'])
  })
})

describe('the short form', () => {
  test('is done in one sitting of at most 45 minutes', () => {
    expect(minutes('short')).toEqual([44])
  })

  test('says enough of K2 and K3, and shows all others but A5 once, as its file says', () => {
    expect(enough('short')).toEqual(['K2', 'K3'])
    const count = evidence(content('short'))
    expect(dimensions.filter((dimension) => !count[dimension])).toEqual(['A5'])
  })
})
