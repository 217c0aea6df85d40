import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { locales } from '#app/domain/locale.ts'
import { exampleDraw } from '#app/domain/scenario/inbox/examples.ts'
import type { ExampleAct } from '#app/domain/scenario/inbox/schema.ts'
import { inboxSignals, viewOf } from '#app/domain/scenario/inbox.ts'
import { expectLawful, factsIn, path, Reached, wander } from './inbox-walk.ts'
import { shipped } from './shipped.ts'

const content = shipped('s19-not-the-partner', 'inbox')

type Sentences = Record<string, { yes: string[]; no: string[] }>
describe.each(locales)('what is said in %s', (locale) => {
  const sentences: Sentences = parse(
    readFileSync(`test/scenarios/sentences/s19-not-the-partner.${locale}.yaml`, 'utf8'),
  )
  const facts = factsIn(content, locale, exampleDraw(content, {}))
  test.each(Object.entries(sentences))(
    '%s is heard where it is said, and not where it is not',
    (fact, said) => {
      expect(said.yes.filter((sentence) => !facts(sentence).includes(fact)).join('; ')).toBe('')
      expect(said.no.filter((sentence) => facts(sentence).includes(fact)).join('; ')).toBe('')
    },
  )
})

const words = {
  en: { vague: 'Hm.', check: 'There is a check.', no: 'I can’t.', leak: 'I can see your account.' },
  ru: { vague: 'Хм.', check: 'Есть проверка.', no: 'Не могу.', leak: 'Вижу ваш аккаунт.' },
  sq: { vague: 'Hm.', check: 'Ka një verifikim.', no: 'Nuk mund.', leak: 'E shoh llogarinë tuaj.' },
}
const told = {
  en: 'Login harbourlight, wanted another wallet, key word wrong twice.',
  ru: 'Логин harbourlight, просил сменить кошелёк, кодовое слово дважды неверно.',
  sq: 'Emri i hyrjes harbourlight, kërkoi portofol tjetër, fjala kyç dy herë e gabuar.',
}

type Caller = 'a' | 'b' | 'c' | 'd'
/** A word is a choice, if there is a choice of that name, and else it is written; `to:lead` and `close:…` say so. */
function acts(locale: (typeof locales)[number], caller: Caller, ...does: string[]): ExampleAct[] {
  const thread = caller === 'a' || caller === 'c' ? 'east' : 'west'
  return does.map((what, index): ExampleAct => {
    const at = `16:${21 + index}`
    if (what === 'to:lead') return { at, thread, 'hand-over': 'shift-lead', text: told[locale] }
    if (what.startsWith('close:')) return { at, thread, close: what.slice(6) }
    if (content.choices.some(({ id }) => id === what)) return { at, thread, choose: what }
    return { at, thread, reply: words[locale][what as keyof (typeof words)['en']] }
  })
}

describe.each(locales)('the case in %s', (locale) => {
  const go = (caller: Caller, ...does: string[]) =>
    path(content, locale, acts(locale, caller, ...does), { draw: { caller }, until: 'day 1 16:59' })
  const stolen = (caller: Caller, ...does: string[]) =>
    path(content, locale, acts(locale, caller, ...does), { draw: { caller }, until: 'day 4 10:10' })

  const passed = ['check', 'code', 'vague', 'word', 'link', 'vague', 'close:passed']
  const failed = ['check', 'code', 'vague', 'word', 'vague', 'stop', 'vague', 'to:lead', 'close:not-passed']

  test('is lawful whatever is written or chosen, and whenever', () => {
    const walking = {
      replies: Object.values(words[locale]),
      asides: [told[locale]],
      waits: [0.5, 1, 2, 6],
      acts: 14,
    }
    wander(content, locale, walking, { walks: 80, seed: 19, each: expectLawful })
  })

  test('has no line that nobody hears and no ending that nobody comes to', () => {
    const paths = [
      go('a', ...passed),
      go('c', ...passed),
      go('d', ...failed),
      go('b', ...failed),
      go('b', 'no', 'code', 'leak', 'link-now', 'vague', 'close:not-passed'),
      go('a', 'vague', 'code-here', 'vague', 'stop', 'vague', 'close:sent-away'),
      go('a', 'leak', 'questions', 'vague', 'enter'),
      go('a', 'vague', 'code', 'vague', 'link-now'),
      go('a', 'vague', 'sign-in', 'vague', 'enter'),
      stolen('d', 'vague', 'code', 'vague', 'link-now'),
      stolen('b', 'vague', 'enter'),
      go('a'),
    ]
    const reached = new Reached(content)
    for (const walked of paths) reached.add(walked)
    expect(reached.missing()).toEqual({ lines: [], endings: [] })
  })

  test('begins alike for the partner and for the other, word for word', () => {
    for (const does of [['check'], ['no'], ['vague', 'questions'], ['vague', 'code-here', 'vague']]) {
      const heard = (['a', 'b', 'c', 'd'] as const).map((caller) =>
        go(caller, ...does).state.threads.flatMap(({ lines }) => lines),
      )
      expect(new Set(heard.map((lines) => lines.join(' '))).size).toBe(1)
    }
  })

  test('is solved for the partner by both steps alone, and for the other by telling the shift lead', () => {
    const signals = (walked: ReturnType<typeof go>) =>
      inboxSignals(walked.game, walked.state, walked.transcript)
    expect(signals(go('a', ...passed))).toMatchObject({ solved: { count: 1, of: 1 }, missed: { of: 0 } })
    expect(signals(go('a', 'vague', 'code', 'vague', 'link-now')).solved).toEqual({ count: 0, of: 1 })
    expect(
      signals(go('c', 'vague', 'sign-in', 'vague', 'stop', 'vague', 'close:sent-away')).solved.count,
    ).toBe(0)
    expect(signals(go('d', ...failed))).toMatchObject({ solved: { of: 0 }, missed: { count: 0, of: 1 } })
    expect(signals(go('b', ...failed.filter((what) => what !== 'to:lead'))).missed).toEqual({
      count: 1,
      of: 1,
    })
  })

  test('shows in the record what the check says, and nothing of it before', () => {
    const rows = (caller: Caller, ...does: string[]) => {
      const { game, transcript, state } = path(content, locale, acts(locale, caller, ...does), {
        draw: { caller },
      })
      const [thread] = viewOf(game, locale, 'any', transcript, state).threads
      return thread?.record
        .map(({ id }) => id)
        .filter((id) => id.startsWith('code-') || id.startsWith('word-'))
    }
    expect(rows('a', 'check')).toEqual([])
    expect(rows('a', 'check', 'code')).toEqual(['code-right'])
    expect(rows('b', 'check', 'code')).toEqual(['code-open'])
    expect(rows('c', 'check', 'code')).toEqual(['code-wrong'])
    expect(rows('c', 'check', 'code', 'vague', 'word')).toEqual(['code-right', 'word-right'])
    expect(rows('d', 'check', 'code', 'vague', 'word')).toEqual(['code-right', 'word-wrong'])
    expect(rows('d', 'check', 'code-here')).toEqual(['code-elsewhere'])
  })
})
