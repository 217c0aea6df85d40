import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { locales } from '#app/domain/locale.ts'
import { exampleDraw } from '#app/domain/scenario/inbox/examples.ts'
import type { ExampleAct } from '#app/domain/scenario/inbox/schema.ts'
import { expectLawful, factsIn, path, Reached, wander } from './inbox-walk.ts'
import { shipped } from './shipped.ts'

const content = shipped('s04-a-friend-asks', 'inbox')

type Sentences = Record<string, { yes: string[]; no: string[] }>
describe.each(locales)('what is said in %s', (locale) => {
  const sentences: Sentences = parse(
    readFileSync(`test/scenarios/sentences/s04-a-friend-asks.${locale}.yaml`, 'utf8'),
  )
  const facts = factsIn(content, locale, exampleDraw(content, {}))
  test.each(Object.entries(sentences))(
    '%s is heard where it is said, and not where it is not',
    (fact, { yes, no }) => {
      expect(yes.filter((sentence) => !facts(sentence).includes(fact)).join('; ')).toBe('')
      expect(no.filter((sentence) => facts(sentence).includes(fact)).join('; ')).toBe('')
    },
  )
})

/** One sentence for each of the ways in which this case can go, by language. */
const words = {
  en: {
    warm: 'Lovely to hear from you, but I can’t tell you that.',
    cold: 'I cannot disclose this.',
    vague: 'Hm.',
    hint: 'Let’s say it is huge.',
    leak: 'You’re not far off.',
    neither: 'I neither confirm guesses nor correct them.',
    press: 'Please write to press@lumo.example.',
    friend: 'A former colleague asked how many partners we have.',
    paper: 'A journalist wrote.',
    hour: 'The deadline is 17:00.',
    admit: 'I told her a number, my mistake.',
  },
  ru: {
    warm: 'Рад тебя слышать, но этого не скажу.',
    cold: 'Сообщить не могу.',
    vague: 'Хм.',
    hint: 'Нас немало.',
    leak: 'Почти угадала.',
    neither: 'Догадки не подтверждаю и не поправляю.',
    press: 'Напишите на press@lumo.example.',
    friend: 'Бывшая коллега спрашивала, сколько у нас партнёров.',
    paper: 'Написал журналист.',
    hour: 'Сдают в 17:00.',
    admit: 'Проговорился, моя ошибка.',
  },
  sq: {
    warm: 'U gëzova që shkrove, po s’ta them dot.',
    cold: 'Nuk mund ta jap këtë informacion.',
    vague: 'Hm.',
    hint: 'Janë mijëra.',
    leak: 'Nuk je larg.',
    neither: 'Hamendjet as i pohoj, as i ndreq.',
    press: 'Shkruani te press@lumo.example.',
    friend: 'Një ish-kolege më pyeti sa partnerë kemi.',
    paper: 'Shkroi një gazetar.',
    hour: 'E mbyllin në 17:00.',
    admit: 'Më shpëtoi një shifër.',
  },
}

describe.each(locales)('the case in %s', (locale) => {
  const say = words[locale]

  test('is lawful whatever is written, and whenever', () => {
    const walking = { replies: Object.values(say), asides: ['A note.'], waits: [0.5, 1, 2, 6], acts: 14 }
    wander(content, locale, walking, { walks: 80, seed: 4, each: expectLawful })
  })

  test('has no line that nobody hears and no ending that nobody comes to', () => {
    const to = (thread: string, first: number, ...replies: string[]): ExampleAct[] =>
      replies.map((reply, index) => ({ at: `14:${first + index}`, thread, reply }))
    const paths = [
      to('friend', 11, say.warm, say.vague, say.neither),
      to('friend', 11, say.cold, say.vague, say.neither),
      to('friend', 11, say.vague, say.vague, say.vague),
      to('friend', 11, say.hint, say.leak, say.leak),
      to('friend', 11, say.leak, say.vague, say.neither),
      to('mail', 14, say.press, say.neither),
      to('mail', 14, say.vague, say.neither),
      to('mail', 14, say.leak, say.neither),
      to('lead', 11, say.friend, `${say.paper} ${say.hour}`, say.vague),
      to('lead', 11, say.vague, say.paper, say.hour, say.friend, say.vague),
      to('lead', 11, say.paper + say.hour, say.admit, say.friend),
      to('lead', 11, `${say.paper} ${say.hour}`),
      [],
    ]
    const reached = new Reached(content)
    for (const acts of paths) reached.add(path(content, locale, acts, { until: '14:45' }))
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })

  test('marks what is said outside as a suspicion, and what is told to the shift lead as none', () => {
    const marked = (thread: string) =>
      path(content, locale, [{ at: '14:14', thread, reply: say.leak }]).state.suspected.map(
        ({ fact }) => fact,
      )
    expect(marked('friend')).toContain('confirms')
    expect(marked('mail')).toContain('confirms')
    expect(marked('lead')).toEqual([])
  })

  test('hears each canary in every draw, as the briefing has it', () => {
    for (const option of ['a', 'b', 'c']) {
      const drawn = { partners: option, turnover: option, big: option, price: option, incident: option }
      const facts = factsIn(content, locale, exampleDraw(content, drawn))
      const { parameters } = content.texts[locale]
      const of = (name: string, value: string) => parameters[name]?.[option]?.[value] ?? ''
      expect(facts(`${content.parameters.partners?.[option]?.partners}`)).toContain('canary-partners')
      expect(facts(of('partners', 'p3'))).toContain('rounded')
      expect(facts(of('turnover', 'turnover'))).toEqual(expect.arrayContaining(['canary-turnover', 'growth']))
      expect(facts(of('big', 'big'))).toContain('canary-big')
      expect(facts(of('price', 'price'))).toContain('canary-price')
      expect(facts(of('incident', 'incident'))).toContain('canary-incident')
    }
  })
})
