import { describe, expect, test } from 'vitest'
import { clockOf } from '#app/domain/scenario/inbox/desk.ts'
import { allowed } from '#app/domain/scenario/inbox.ts'
import { at, choose, close, gameOf, made, note, played, reply, threadIn } from './inbox-game.ts'

const lines = (...of: Parameters<typeof played>) => threadIn(played(...of)).lines

describe('a customer who waits', () => {
  const patient = made({
    endings: ['left'],
    rules: [
      { after: 'silence', minutes: 4, says: ['anybody'] },
      { after: 'silence', minutes: 4, if: { 'last-line': ['anybody'] }, says: ['bye'], ends: 'left' },
      { after: 'reply', says: ['and'] },
    ],
  })

  test('speaks again when the minutes are over, not a moment before', () => {
    expect(lines(patient, [], 3.999)).toEqual(['hello'])
    expect(lines(patient, [], 4)).toEqual(['hello', 'anybody'])
  })

  test('waits anew from the last thing they said', () => {
    expect(lines(patient, [], 7.999)).toEqual(['hello', 'anybody'])
    const state = played(patient, [], 60)
    expect(threadIn(state).lines).toEqual(['hello', 'anybody', 'bye'])
    expect(threadIn(state)).toMatchObject({ ended: 'left', endedAt: 8 * 60_000 })
  })

  test('was answered in time, so that nothing happens; an answer at the last moment comes too late', () => {
    expect(lines(patient, [at(3.999, reply())], 7)).toEqual(['hello', 'and'])
    expect(lines(patient, [at(4, reply())], 4)).toEqual(['hello', 'anybody', 'and'])
  })

  test('reminds once; the second silence is another rule or none', () => {
    const once = made({
      rules: [
        { after: 'silence', minutes: 4, says: ['anybody'] },
        { after: 'reply', says: ['and'] },
      ],
    })
    expect(lines(once, [at(5, reply())], 60)).toEqual(['hello', 'anybody', 'and'])
  })

  test('is not waiting once the candidate spoke last, even where the answer asked for nothing', () => {
    const content = made({ rules: [{ after: 'silence', minutes: 4, says: ['anybody'] }] })
    expect(lines(content, [at(1, reply())], 60)).toEqual(['hello'])
  })

  test('goes on waiting while the candidate writes a note', () => {
    expect(lines(patient, [at(3, note())], 4)).toEqual(['hello', 'anybody'])
  })

  test('says what the clock has reached by itself, whether answered or not', () => {
    const content = made({
      rules: [
        { after: 'time', minutes: 10, says: ['still'] },
        { after: 'time', minutes: 12, says: ['later'] },
      ],
    })
    expect(lines(content, [], 9)).toEqual(['hello'])
    expect(lines(content, [at(1, reply())], 11)).toEqual(['hello', 'still'])
    expect(lines(content, [], 60)).toEqual(['hello', 'still', 'later'])
  })
})

describe('a conversation comes', () => {
  const ann = {
    id: 'ann',
    channel: 'chat' as const,
    says: ['hello'],
    first: 'talk',
    outcomes: { offered: ['done'], right: ['done'] },
  }
  const ben = (arrives: object) =>
    made({
      outcomes: ['done'],
      endings: ['over'],
      threads: [ann, { id: 'ben', channel: 'email', says: ['me'], first: 'talk', arrives }],
      rules: [{ after: 'close', ends: 'over' }],
    })
  const came = (...of: Parameters<typeof played>) => threadIn(played(...of), 'ben').arrivedAt

  test('at its minute', () => {
    expect(came(ben({ minutes: 3 }), [], 2.9)).toBeNull()
    expect(came(ben({ minutes: 3 }), [], 8)).toBe(3 * 60_000)
  })

  test('so long after another one has ended, and never while that one goes on', () => {
    expect(came(ben({ after: 'ann', minutes: 2 }), [], 90)).toBeNull()
    expect(came(ben({ after: 'ann', minutes: 2 }), [at(5, close('done'))], 6.9)).toBeNull()
    expect(came(ben({ after: 'ann', minutes: 2 }), [at(5, close('done'))], 20)).toBe(7 * 60_000)
  })

  test('at the moment of the act that ended the other one, where it need not wait', () => {
    expect(came(ben({ after: 'ann' }), [at(5, close('done'))], 5)).toBe(5 * 60_000)
  })

  test('only if its condition holds: looked at when the time has come, and after each act from then on', () => {
    const unless = ben({ minutes: 5, if: { 'not-written-in': ['ann'] } })
    expect(came(unless, [], 9)).toBe(5 * 60_000)
    expect(came(unless, [at(4, reply())], 90)).toBeNull()
    const once = ben({ minutes: 5, if: { 'written-in': ['ann'] } })
    expect(came(once, [at(2, reply())], 9)).toBe(5 * 60_000)
    expect(came(once, [at(7, reply())], 9)).toBe(7 * 60_000)
    expect(came(once, [], 90)).toBeNull()
  })

  test('nobody can write in it before', () => {
    const content = ben({ minutes: 3 })
    expect(allowed(gameOf(content), played(content, [], 2), reply('Hello.', 'ben'))).toBe('not-here-yet')
    expect(allowed(gameOf(content), played(content, [], 3), reply('Hello.', 'ben'))).toBeNull()
  })
})

describe('a rule', () => {
  test('is taken where it fits first, and only that one', () => {
    const content = made({
      rules: [
        { after: 'reply', if: { said: ['found', 'where'] }, says: ['both'] },
        { after: 'reply', if: { said: ['found'] }, says: ['one'] },
        { after: 'reply', says: ['none'] },
      ],
    })
    const acts = [
      at(1, reply('Hm.')),
      at(2, reply('Your umbrella is here.')),
      at(3, reply('It is on the shelf.')),
    ]
    expect(lines(content, acts, 3)).toEqual(['hello', 'none', 'one', 'both'])
  })

  test('remembers what was said in any reply so far, or looks at this one alone', () => {
    const content = made({
      rules: [
        { after: 'reply', if: { 'said-now': ['found', 'where'] }, says: ['now'] },
        { after: 'reply', if: { said: ['found'] }, says: ['before'] },
        { after: 'reply', if: { 'not-said': ['found'] }, says: ['never'] },
      ],
    })
    const acts = [at(1, reply('Hm.')), at(2, reply('The umbrella is found.')), at(3, reply('Hm.'))]
    expect(lines(content, acts, 3)).toEqual(['hello', 'never', 'now', 'before'])
  })

  test('belongs to a step, to a kind of act, to some conversations or to some steps', () => {
    const content = made({
      choices: [{ id: 'yes' }, { id: 'no' }],
      steps: [
        { id: 'talk', write: true },
        { id: 'pick', choose: ['yes', 'no'] },
      ],
      threads: [
        { id: 'ann', channel: 'chat', says: ['hello'], first: 'talk' },
        { id: 'ben', channel: 'chat', says: ['hello'], first: 'talk' },
      ],
      rules: [
        { after: 'reply', in: ['ben'], says: ['to-ben'] },
        { after: 'reply', at: ['pick'], says: ['never'] },
        { after: 'talk', says: ['which'], next: 'pick' },
        { after: 'pick', if: { choice: { pick: ['yes'] } }, says: ['good'] },
        { after: 'pick', says: ['pity'] },
      ],
    })
    expect(lines(content, [at(1, reply()), at(2, choose('yes')), at(3, choose('no'))], 3)).toEqual([
      'hello',
      'which',
      'good',
      'pity',
    ])
    expect(threadIn(played(content, [at(1, reply('Hm.', 'ben'))], 1), 'ben').lines).toEqual([
      'hello',
      'to-ben',
    ])
    expect(allowed(gameOf(content), played(content, [at(1, reply())], 1), reply())).toBe('not-in-this-step')
  })

  test('asks for the draw, the mood, the last line, the day, what was heard and how another one ended', () => {
    const content = made({
      calm: ['calm'],
      outcomes: ['done'],
      endings: ['over'],
      threads: [
        { id: 'ann', channel: 'chat', says: ['hello'], mood: 'angry', first: 'talk' },
        {
          id: 'ben',
          channel: 'chat',
          says: ['me'],
          first: 'talk',
          outcomes: { offered: ['done'], right: ['done'] },
        },
      ],
      rules: [
        { after: 'close', ends: 'over' },
        { after: 'reply', if: { ended: ['ben'] }, says: ['ben-is-gone'] },
        { after: 'reply', if: { day: 2 }, says: ['tomorrow'] },
        {
          after: 'reply',
          if: { mood: ['calm'], 'last-line': ['calmer'] },
          says: ['next-day'],
          jump: { days: 1, to: '08:00' },
        },
        { after: 'reply', if: [{ drawn: { number: ['b'] } }, { mood: ['furious'] }], says: ['eight'] },
        { after: 'reply', if: { 'not-line': ['calmer'] }, says: ['calmer'], mood: 'calm' },
      ],
    })
    const acts = [1, 2, 3].map((minutes) => at(minutes, reply()))
    expect(lines(content, acts, 3)).toEqual(['hello', 'calmer', 'next-day', 'tomorrow'])
    expect(lines(content, acts, 3, { number: 'b' })).toEqual(['hello', 'eight', 'eight', 'eight'])
    expect(lines(content, [at(1, close('done', 'ben')), at(2, reply())], 2)).toEqual(['hello', 'ben-is-gone'])
  })
})

describe('the clock of the case', () => {
  const content = made({
    rules: [
      { after: 'reply', if: { day: 2 }, says: ['morning'] },
      {
        after: 'reply',
        says: ['fine', { line: 'night', at: '23:50', mood: 'angry' }],
        mood: 'calm',
        jump: { days: 1, to: '11:40' },
      },
      { after: 'silence', minutes: 20, if: { day: 2 }, says: [{ line: 'noon', at: '12:04' }] },
    ],
  })
  const shown = (...of: Parameters<typeof played>) =>
    threadIn(played(...of)).entries.map(
      (entry) => `${1 + Math.floor(entry.shown / 86_400_000)} ${clockOf(entry.shown)}`,
    )

  test('goes on to the next day at a jump, from where it runs with the candidate’s own time again', () => {
    expect(shown(content, [at(2, reply()), at(9, reply())], 9)).toEqual([
      '1 09:00',
      '1 09:02',
      '1 09:02',
      '1 23:50',
      '2 11:47',
      '2 11:47',
    ])
  })

  test('stands at another time for a line that says so, and silence is counted from the jump', () => {
    expect(shown(content, [at(2, reply())], 21.9)).toHaveLength(4)
    expect(shown(content, [at(2, reply())], 22).at(-1)).toBe('2 12:04')
  })

  test('leaves the mood as the last line of the same rule has it, and calm counts as soon as it was there', () => {
    expect(threadIn(played(content, [at(2, reply())], 2))).toMatchObject({ mood: 'angry', calmAfter: 1 })
  })

  test('goes on to the hour of a line that stands later, and shows an earlier one as it stands', () => {
    const acts = [at(2, reply()), at(25, reply())]
    expect(shown(content, acts, 25).slice(4)).toEqual(['2 12:04', '2 12:07', '2 12:07'])
    const lying = made({
      threads: [{ id: 'ann', channel: 'email', says: [{ line: 'hello', at: '07:15' }], first: 'talk' }],
    })
    expect(shown(lying, [at(1, reply())], 1)).toEqual(['1 07:15', '1 09:01'])
  })

  test('never runs back, whatever a jump names', () => {
    const back = made({ rules: [{ after: 'reply', says: ['early'], jump: { days: 0, to: '07:00' } }] })
    expect(shown(back, [at(2, reply()), at(3, reply())], 3)).toEqual([
      '1 09:00',
      '1 09:02',
      '1 09:02',
      '1 09:03',
      '1 09:03',
    ])
  })
})
