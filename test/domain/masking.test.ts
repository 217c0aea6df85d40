import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenSign } from '#app/domain/hidden-sign.ts'
import { hideNames } from '#app/domain/masking.ts'

const shown = (text: string) => text.replaceAll(new RegExp(`${hiddenSign}+`, 'g'), '[…]')
const hide = (text: string, name: string, scenario = '') =>
  shown(hideNames(text, { name, email: 'elira.gashi@example.com' }, () => scenario))

test('a name is hidden in every case in which its bearer may write it', () => {
  expect(hide('Человек, меня зовут Вера. Спросите Веру или напишите Вере.', 'Вера Соколова')).toBe(
    'Человек, меня зовут […]. Спросите […] или напишите […].',
  )
  expect(hide('С уважением, СОКОЛОВА', 'Вера Соколова')).toBe('С уважением, […]')
  expect(hide('Unë jam Elira. Shkruani Elirës.', 'Elira Gashi')).toBe('Unë jam […]. Shkruani […].')
  expect(hide('Yours, Elira Gashi', 'Elira Gashi')).toBe('Yours, […] […]')
})

test('a word that only sounds like the name stays', () => {
  expect(hide('Верно, и в это не верится. Вероятно, завтра.', 'Вера Соколова')).toBe(
    'Верно, и в это не верится. Вероятно, завтра.',
  )
  expect(hide('I will check it, will you wait?', 'Will Marsh')).toBe('I will check it, will you wait?')
})

test('in small letters a name is hidden where it signs or introduces', () => {
  expect(hide('Thank you.\nwill', 'Will Marsh')).toBe('Thank you.\n[…]')
  expect(hide('hello, my name is will and I will help', 'Will Marsh')).toBe(
    'hello, my name is […] and I will help',
  )
})

test('without diacritics it is the same name, and the address goes too', () => {
  expect(hide('Besart Cela', 'Besart Çela')).toBe('[…] […]')
  expect(hide('Шлите на Elira.Gashi@example.com', 'Вера Соколова')).toBe('Шлите на […]')
})

test('a name that belongs to somebody of the scenario gives nobody away', () => {
  expect(
    hide('Здравствуйте, Алина! С уважением, Петрова', 'Алина Петрова', 'Алина, партнёр с сентября'),
  ).toBe('Здравствуйте, Алина! С уважением, […]')
})

test('even then it is hidden where the author says that it is theirs', () => {
  expect(hide('Здравствуйте, Алина! Меня зовут Алина.', 'Алина Петрова', 'Алина, партнёр с сентября')).toBe(
    'Здравствуйте, Алина! Меня зовут […].',
  )
})

test('hiding never moves a character, whatever people are called', () => {
  const any = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(any, any, any, (text, name, email) => {
      expect(hideNames(text + name + email, { name, email }, () => text).length).toBe(
        (text + name + email).length,
      )
    }),
  )
  expect(hide('Anna-Maria, anna-maria@ex-ample.com', 'Anna-Maria O’Neil-Šehu')).toBe('[…]-[…], […]')
})

test('an address of the scenario’s own stays', () => {
  expect(
    hide('Write to help@lumo.example.com or ana@example.com', 'Ana Lleshi', 'help@lumo.example.com'),
  ).toBe('Write to help@lumo.example.com or […]')
})

test('a phone number is hidden, and none that the scenario has itself, however it is written there', () => {
  expect(hide('Call me: +355 69 123 4567 (Elira)', 'Elira Gashi')).toBe('Call me: […] ([…])')
  expect(hide('They may ring 020 7946 0958 or me, 07700 900123.', 'Will Marsh', '+44 20 7946 0958')).toBe(
    'They may ring 020 7946 0958 or me, […].',
  )
  expect(hide('Order 2025-4630, €52.60, by 17:00 on 17.11.2025', 'Will Marsh')).toBe(
    'Order 2025-4630, €52.60, by 17:00 on 17.11.2025',
  )
})

test('a name in other letters is the same name, in all three languages', () => {
  const pavel = (text: string) => hide(text, 'Pavel Novák')
  expect(pavel('С уважением, Павел Новак')).toBe('С уважением, […] […]')
  expect(pavel('Best, Novak')).toBe('Best, […]')
  expect(pavel('Напишите Павлу или позовите Новака.')).toBe('Напишите […] или позовите […].')
  expect(pavel('Jam Paveli, mund t’i shkruani Pavelit.')).toBe('Jam […], mund t’i shkruani […].')
  expect(hide('Me respekt, Maria Ivanova', 'Мария Иванова')).toBe('Me respekt, […] […]')
  expect(hide('Это Мария Иванова, я помогу. Ответьте Марии.', 'Maria Ivanova')).toBe(
    'Это […] […], я помогу. Ответьте […].',
  )
  expect(hide('Regards, Lukasz Wrobel', 'Łukasz Wróbel')).toBe('Regards, […] […]')
  expect(hide('Grüße, Mueller', 'Jana Müller')).toBe('Grüße, […]')
  for (const apostrophe of "'’‘ʼ`´")
    expect(hide(`Thanks, Shaun O${apostrophe}Neil`, "Шон О'Нил")).toMatch(/\[…\]$/)
  expect(hide('С уважением, О’Нил', "Sean O'Neil")).toBe('С уважением, […]')
  expect(hide('Për çdo gjë, Besart Cela', 'Besart Çela')).toBe('Për çdo gjë, […] […]')
})

test('in small letters a name is hidden where it greets, presents itself, signs, or stands with the other', () => {
  const pavel = (text: string) => hide(text, 'Pavel Novák')
  expect(pavel('hello pavel here, how can i help')).toBe('hello […] here, how can i help')
  expect(pavel('здравствуйте, это павел')).toBe('здравствуйте, это […]')
  expect(pavel('добрый день, павел на связи')).toBe('добрый день, […] на связи')
  expect(pavel('përshëndetje, këtu pavel')).toBe('përshëndetje, këtu […]')
  expect(pavel('we wait for it. kind regards, pavel')).toBe('we wait for it. kind regards, […]')
  expect(pavel('всё сделаю. спасибо, новак')).toBe('всё сделаю. спасибо, […]')
  expect(pavel('ask pavel novak or novak_pavel for it')).toBe('ask […] […] or […]_[…] for it')
  expect(pavel('my skype is pavelnovak')).toBe('my skype is […]')
  expect(pavel('you wrote pavel there')).toBe('you wrote pavel there')
})

test('a name that is a word as well is hidden only where it can be nothing else', () => {
  expect(hide('Will you wait? Then ask Will.', 'Will Marsh')).toBe('Will you wait? Then ask […].')
  expect(hide('thank you, will\nThis is Will.', 'Will Marsh')).toBe('thank you, will\nThis is […].')
  expect(hide('Mirë, e dërgoj. Jam mirë.\nMira', 'Mira Leka')).toBe('Mirë, e dërgoj. Jam mirë.\n[…]')
  expect(hide('Can I help? No. Я вам верю. Роман', 'Чан Роман')).toBe('Can I help? No. Я вам верю. […]')
  expect(hide('Вера, служба поддержки. Верю, что дойдёт.', 'Вера Соколова')).toBe(
    '[…], служба поддержки. Верю, что дойдёт.',
  )
  expect(hide('Bën mirë.', 'Ben Young')).toBe('Bën mirë.')
  expect(hide('иван иванов', 'Иван Иванов')).toBe('[…] […]')
  expect(hide('I WILL CHECK IT', 'Will Marsh')).toBe('I WILL CHECK IT')
  expect(hide('hi maria here is your refund', 'Maria Ivanova')).toBe('hi maria here is your refund')
  expect(hide('Здравствуйте, Мария! Спасибо, Мария', 'Maria Petrova', 'Мария, партнёр')).toBe(
    'Здравствуйте, Мария! Спасибо, Мария',
  )
  expect(hide('Здравствуйте, Мария! С уважением, Мария Петрова', 'Maria Petrova', 'Мария, партнёр')).toBe(
    'Здравствуйте, Мария! С уважением, […] […]',
  )
})

test('an account and a page of one’s own are hidden, and none that the scenario has itself', () => {
  const scenario = 'Write to @lumohelp or see t.me/lumo, github.com/lumo and help.lumo.example.com. Ben'
  const pavel = (text: string) => hide(text, 'Pavel Novák', scenario)
  expect(pavel('I am @pavelnovak, or @pn_87. Hi @all, @Ben and @lumohelp')).toBe(
    'I am […], or […]. Hi @all, @Ben and @lumohelp',
  )
  const known = { name: 'Pavel Novák', email: 'pn.87@example.com' }
  expect(shown(hideNames('Telegram: pn.87, skype PN.87. Version 1.pn.871', known, () => ''))).toBe(
    'Telegram: […], skype […]. Version 1.pn.871',
  )
  for (const page of [
    'linkedin.com/in/pavel-novak',
    'https://www.linkedin.com/in/pn87/',
    'github.com/pn87',
    'pn87.github.io',
    't.me/pn87',
    'https://vk.com/id1234567',
    'facebook.com/pn87',
    'www.instagram.com/p.n_87',
    'pavelnovak.dev',
    'https://novak.example.cz/about?x=1',
    'https://example.com/~novak',
  ])
    expect(pavel(`See ${page}, please.`), page).toBe('See […], please.')
  for (const page of [
    't.me/lumo',
    'https://github.com/lumo',
    'help.lumo.example.com/payouts',
    'linkedin.com',
    'node.js',
    'e.g. this',
    'the end.next',
  ])
    expect(pavel(`See ${page}, please.`), page).toBe(`See ${page}, please.`)
})

test('what was hidden by hand is hidden wherever it stands, with its endings', () => {
  const by = (text: string, ...hidden: string[]) =>
    shown(hideNames(text, { name: 'Will Marsh', email: 'w@example.com', hidden }, () => 'Казань'))
  expect(by('Я из Казани. В Казани тепло, а казанский чай хорош.', 'Казани')).toBe(
    'Я из […]. В […] тепло, а казанский чай хорош.',
  )
  expect(by('My blog, Falcon Days, says so. falcon days!', 'Falcon Days')).toBe('My blog, […], says so. […]!')
  expect(by('I was at Acme 2000; Acme 3000 too.', 'Acme 2000')).toBe('I was at […]; Acme 3000 too.')
  expect(by('So it is :-) :-)', ':-)')).toBe('So it is […] […]')
  expect(by('Nothing of it', 'Falcon')).toBe('Nothing of it')
})

/** The least of three times, in milliseconds of the processor: others may have it meanwhile. */
const spent = (work: () => void) =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }),
  )

test.for<[string, (count: number) => void]>([
  ['spaces', (count) => hide(`${' '.repeat(5 * count)}x`, 'Will Marsh')],
  ['a name in small letters', (count) => hide('will '.repeat(count), 'Will Marsh')],
  ['what could be an address', (count) => hide('a.'.repeat(2 * count), 'Will Marsh')],
  ['what could be an account', (count) => hide('@a.'.repeat(count), 'Will Marsh')],
  ['numbers', (count) => hide('069 123 4567, '.repeat(count), 'Will Marsh', '2025-4630 '.repeat(count))],
  ['two names beside each other', (count) => hide('pavel novak '.repeat(count), 'Pavel Novák')],
  ['a presentation', (count) => hide('Pavel here. '.repeat(count), 'Pavel Novák', 'Pavel '.repeat(count))],
])('a text of %s takes time by its length, not by the square of it', ([, work]) => {
  work(500)
  const short = spent(() => work(500))
  const long = spent(() => work(8 * 500))
  expect(long).toBeLessThan(8 * short * 3 + 20)
})
