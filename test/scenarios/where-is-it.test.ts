import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '#app/domain/locale.ts'
import { draw, fill, firstDraw, values } from '#app/domain/scenario/draw.ts'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { lookupMarks, lookupMarksFor } from '#app/domain/scenario/lookup-marks.ts'
import { library, seeds, shipped } from './shipped.ts'

const content = shipped('s09-where-is-it', 'lookup')
const first = firstDraw(content)
const open = ['exchange', 'card']

/** One question answered, with the place that the key names (or that there is none). */
function marked(locale: Locale, id: string, text: string, drawn = first, cite = placeOf(id)) {
  const { questions } = lookupMarksFor(content, locale, drawn, { answers: { [id]: { text, cite } } })
  const found = questions.find((item) => item.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}
const placeOf = (id: string) => content.questions.find((item) => item.id === id)?.cite[0] ?? 'none'
const paragraphs = (locale: Locale) =>
  content.articles.flatMap((article) =>
    articleView(article, locale).paragraphs.map(({ text }, index) => ({
      at: `${article.id}.${index + 1}`,
      text,
    })),
  )

describe('the sample answers are marked as their authors counted them', () => {
  const counted = [
    { right: 8, invented: [] },
    { right: 5, invented: ['exchange'] },
    { right: 0, invented: ['exchange', 'card'] },
  ]
  test.each(locales.flatMap((locale) => counted.map((count, index) => ({ locale, index, ...count }))))(
    '$locale, sample $index',
    ({ locale, index, right, invented }) => {
      const answers = content.texts[locale].grader?.examples[index]?.answers ?? {}
      const marks = lookupMarksFor(content, locale, first, { answers })
      expect(marks.right).toBe(right)
      expect(marks.questions.filter(({ invention }) => invention).map(({ id }) => id)).toEqual(invented)
    },
  )
})

/** Question → the parameter that its answer hangs on. */
const hangsOn: Record<string, string> = {
  refund: 'bill',
  sale: 'sale',
  ending: 'contract',
  statement: 'number',
  oldName: 'issued',
  minimum: 'earned',
}

test('the key’s own answer is right in its draw and no longer in another one', () => {
  for (const locale of locales) {
    for (const [id, parameter] of Object.entries(hangsOn)) {
      const options = Object.keys(content.parameters[parameter] ?? {})
      expect(options).toHaveLength(4)
      for (const written of options) {
        const own = { ...first, [parameter]: written }
        const answer = fill(
          content.texts[locale].grader?.answers[id]?.answer ?? '',
          values(content, locale, own),
        )
        expect(marked(locale, id, answer, own), `${locale} ${id} ${written}`).toMatchObject({ right: true })
        for (const other of options) {
          if (other === written || (id === 'minimum' && 'bd'.includes(other) && 'bd'.includes(written)))
            continue
          const elsewhere = marked(locale, id, answer, { ...first, [parameter]: other })
          expect(elsewhere.answer, `${locale} ${id} ${written} in ${other}`).toBe('not-recognised')
        }
      }
    }
  }
})

/** In the first draw: 72 €; 26 €, 24 November; 28 November and 30 days; LP 204618 2509; 23 November; 52.55 €. */
const right: Record<Locale, Record<string, string[]>> = {
  en: {
    refund: [
      'You get €72 back within three working days.',
      '72 euros, since domains are not refunded. It leaves in 3 working days and nobody asks why.',
      '€84 minus €12 for the domain makes €72. Three working days.',
      'No essay! 72,- € will be on its way within three days of work.',
    ],
    sale: [
      '€26, from 24 November.',
      '26 euro (20%). Confirmed on the 24th.',
      'Yours is 26€, it says waiting until Nov 24',
      '20% of 130 = €26. 14 days after 10 Nov is 24.11.',
    ],
    exchange: [
      'That is not in our handbook. I will ask and write by noon tomorrow.',
      "I don't know that yet, let me ask the shift lead.",
      'The handbook says nothing about rates.',
      "I couldn't find it and won't guess; you'll hear from me by 12:00 tomorrow. I'll ask Billing.",
    ],
    ending: [
      'Please press End under Contract by 28 November, a letter does not count. The photos stay 30 days.',
      'You have to do it yourself: Contract, “End”, at the latest on the 28th. Thirty days after the end the data are erased.',
      'By Nov 28, please, click “End”. 30 days for the photographs.',
      'Only you can end it, until 28/11; the pictures are kept for another 30 days.',
    ],
    statement: [
      'Lumo Partner Accounts, LP 204618 2509.',
      'From “LUMO PARTNER ACCOUNTS”, text LP2046182509',
      'LP 204618 2509 is the text. The sender is lumo partner accounts',
      'Sender – Lumo Partner Accounts; reference – LP 204 618 2509',
    ],
    oldName: [
      'Until 23 November; press “Correct”.',
      'You can do it yourselves till the 23rd of November.',
      'Change it under Invoice details, then re-issue. Last day Nov 23.',
      'Nobody to chase: Billing, “Correct”, 23.11.',
    ],
    card: [
      "Where to, the handbook doesn't say. I'll ask Billing.",
      'The whole invoice comes back. To which card I cannot tell yet, I will check and write by noon.',
      'Not documented. Asking Billing now, you hear from me tomorrow by 12.',
      "I don't know yet and will find out.",
    ],
    minimum: [
      'Yes, €52.55 on 10 December.',
      'Both months together, 52.55 €, by 14 December.',
      'It is above 50, so 52,55 comes on the 10th.',
      '€52.55 leaves on December 10.',
    ],
  },
  ru: {
    refund: [
      'Вернётся 72 €, за три рабочих дня.',
      '72 евро: домен не возвращается. Уйдут в течение 3 рабочих дней, причин не нужно.',
      '84 − 12 = 72€. Три рабочих дня, без сочинений.',
      'За трёх рабочих дней не дольше, 72 евро.',
    ],
    sale: [
      '26 €, с 24 ноября',
      '26 евро, подтвердится 24-го',
      '20% от 130 — 26€. 24.11 станет подтверждённой',
      'ваших 26, ждать до 24 ноября',
    ],
    exchange: [
      'В базе знаний об этом не сказано. Уточню и напишу завтра до 12:00.',
      'Пока не знаю, спрошу у старшего смены.',
      'О курсе ничего не нашлось; узнаю.',
      'Про обмен у нас ни слова, завтра до полудня отвечу точно.',
    ],
    ending: [
      'Нажмите «Завершить» до 28 ноября, письмо не считается. Фото хранятся ещё 30 дней.',
      'Сделать это можете только вы сами, не позднее 28-го: «Договор», «Завершить». Потом 30 дней на скачивание.',
      'Письмом нельзя. В разделе «Договор» до 28.11. Тридцать дней фотографии у нас.',
      'Нужно нажать кнопку до 28 ноября; через 30 дней после конца всё стирается.',
    ],
    statement: [
      'Lumo Partner Accounts, LP 204618 2509',
      'Отправитель LUMO PARTNER ACCOUNTS, назначение LP2046182509',
      'Назначение — LP 204618 2509, отправитель — Lumo Partner Accounts.',
      'от Lumo Partner Accounts: LP204618 2509',
    ],
    oldName: [
      'До 23 ноября, кнопка «Исправить».',
      'Можно до 23-го включительно, сделаете сами.',
      'Поменяйте «Реквизиты счёта» и перевыставьте до 23.11.',
      'Да. 23 ноября — последний день, «Исправить» в разделе «Счета».',
    ],
    card: [
      'Куда — в базе не написано. Спрошу бухгалтерию.',
      'Вернётся весь счёт, а вот на какую карту, пока не знаю; уточню до 12:00.',
      'Этого не нахожу. Узнаю завтра до 12.',
      'Нет ответа в базе знаний, выясню в бухгалтерии.',
    ],
    minimum: [
      'Придёт 52,55 €, уйдёт 10 декабря.',
      'Оба месяца вместе: 52,55 евро, до 14-го.',
      'Больше 50, значит, 52.55 десятого декабря.',
      '52,55€ 10.12',
    ],
  },
  sq: {
    refund: [
      'Ju kthehen 72 €, brenda tri ditëve të punës.',
      '72 euro, domeni nuk kthehet. Nisen në 3 ditë pune, arsye s’duhet.',
      '84 pa 12 janë 72€. Tri dite pune.',
      'Pa hartim: 72 euro, për tre ditë pune.',
    ],
    sale: [
      '26 €, nga 24 nëntori',
      '26 euro, konfirmohet me 24',
      '20% e 130 bën 26€. Më 24.11.',
      'te takojne 26, pret deri me 24 nentor',
    ],
    exchange: [
      'Këtë baza e njohurive nuk e thotë. Do të pyes dhe ju shkruaj nesër.',
      'Ende s’e di, e pyes përgjegjësin e turnit.',
      'Për kurset s’shkruhet gjë te ne.',
      'Nuk e gjeta dhe s’dua ta shpik; ju përgjigjem nesër deri në 12.',
    ],
    ending: [
      'Shtypni „Mbyll kontratën“ deri më 28 nëntor, letra nuk vlen. Fotografitë ruhen edhe 30 ditë.',
      'E mbyllni vetë, jo më vonë se data 28. Pastaj tridhjetë ditë për shkarkim.',
      'Me letër jo. Te „Kontrata“ deri më 28.11, dhe 30 ditë ruhen.',
      'Vetëm Ju e bëni dot, deri më 28 nëntor; pas 30 ditësh fshihen.',
    ],
    statement: [
      'Lumo Partner Accounts, LP 204618 2509',
      'Dërguesi LUMO PARTNER ACCOUNTS, përshkrimi LP2046182509',
      'Përshkrimi: LP 204618 2509. Dërguesi: Lumo Partner Accounts',
      'nga Lumo Partner Accounts, LP204618 2509',
    ],
    oldName: [
      'Deri më 23 nëntor, me „Korrigjo“.',
      'E bëni vetë, deri më 23.',
      'Ndryshoni te „Të dhënat e faturës“ dhe lëshojeni rishtas, afati 23.11.',
      'Po, 23 nëntori është dita e fundit: „Korrigjo“ te faturat.',
    ],
    card: [
      'Ku, nuk shkruhet te ne. Do të pyes financën.',
      'Fatura kthehet e tëra; në cilën kartë ende s’e di, do ta sqaroj deri në 12.',
      'Këtë s’e gjeta. E pyes financën.',
      'S’ka përgjigje në bazën e njohurive, ju shkruaj nesër.',
    ],
    minimum: [
      'Po, 52,55 €, më 10 dhjetor.',
      'Të dy muajt bashkë, 52,55 euro, deri më 14.',
      'Mbi 50 është, pra 52.55 më dhjetë dhjetor.',
      '52,55€ me 10.12',
    ],
  },
}

/** Wrong, half or made up, and likely. */
const wrong: Record<Locale, [string, string][]> = {
  en: [
    ['refund', 'The whole invoice, €84, within three working days.'],
    ['refund', 'You will get €72 back.'],
    ['sale', '€26, from 10 January.'],
    ['sale', '5%, so €6.50, on 24 November.'],
    ['exchange', 'The rate of the day we send it.'],
    ['exchange', 'We take no fees, so the exchange costs you nothing.'],
    ['ending', 'Your letter is enough, the photos stay for 30 days.'],
    ['ending', 'Press “End” by 5 December, the photos stay 14 days.'],
    ['statement', 'Lumo Hosting, LP 204618 2509.'],
    ['statement', 'Lumo Partner Accounts, LP 204618 2511.'],
    ['oldName', 'An issued invoice cannot be changed.'],
    ['oldName', 'Press “Correct” by 24 November.'],
    ['card', 'The money goes back to the same card and the bank forwards it.'],
    ['card', 'It will be credited to your new card.'],
    ['minimum', '€25.15 on 10 December.'],
    ['minimum', 'Nothing, it stays in the balance.'],
  ],
  ru: [
    ['refund', 'Весь счёт, 84 €, за три рабочих дня.'],
    ['refund', 'Вернётся 72 €.'],
    ['sale', '26 €, с 10 января.'],
    ['sale', '5 %, то есть 6,50 €, с 24 ноября.'],
    ['exchange', 'По курсу на день отправки.'],
    ['exchange', 'Комиссий у нас нет, обмен для вас бесплатный.'],
    ['ending', 'Письма достаточно, фотографии хранятся 30 дней.'],
    ['ending', 'Нажмите «Завершить» до 5 декабря, фото лежат 14 дней.'],
    ['statement', 'Lumo Hosting, LP 204618 2509'],
    ['statement', 'Lumo Partner Accounts, LP 204618 2511'],
    ['oldName', 'Выставленный счёт изменить нельзя.'],
    ['oldName', '«Исправить», до 24 ноября.'],
    ['card', 'Деньги вернутся на ту же карту, банк их переправит.'],
    ['card', 'Ничего страшного, придут на новую карту.'],
    ['minimum', '25,15 € 10 декабря.'],
    ['minimum', 'Ничего, останется на балансе.'],
  ],
  sq: [
    ['refund', 'E gjithë fatura, 84 €, brenda tri ditëve të punës.'],
    ['refund', 'Ju kthehen 72 €.'],
    ['sale', '26 €, nga 10 janari.'],
    ['sale', '5%, pra 6,50 €, më 24 nëntor.'],
    ['exchange', 'Me kursin e ditës kur niset.'],
    ['exchange', 'Komision s’mbajmë, këmbimi për ju është falas.'],
    ['ending', 'Letra mjafton, fotografitë ruhen 30 ditë.'],
    ['ending', 'Shtypni „Mbyll kontratën“ deri më 5 dhjetor, fotografitë ruhen 14 ditë.'],
    ['statement', 'Lumo Hosting, LP 204618 2509'],
    ['statement', 'Lumo Partner Accounts, LP 204618 2511'],
    ['oldName', 'Fatura e lëshuar nuk ndryshohet dot.'],
    ['oldName', '„Korrigjo“, deri më 24 nëntor.'],
    ['card', 'Paratë kthehen në të njëjtën kartë dhe banka i përcjell.'],
    ['card', 'S’ka problem, vijnë në kartën e re.'],
    ['minimum', '25,15 € më 10 dhjetor.'],
    ['minimum', 'Asgjë, mbeten në gjendje.'],
  ],
}

describe.each(locales)('in %s', (locale) => {
  test('four ways of answering each question are right', () => {
    for (const [id, texts] of Object.entries(right[locale])) {
      expect(texts.length).toBeGreaterThanOrEqual(4)
      for (const text of texts) expect(marked(locale, id, text), text).toMatchObject({ right: true })
    }
    expect(Object.keys(right[locale])).toEqual(content.questions.map(({ id }) => id))
  })

  test('sixteen likely mistakes are not, whatever place is named', () => {
    for (const [id, text] of wrong[locale]) {
      expect(marked(locale, id, text).right, text).toBe(false)
      if (open.includes(id)) {
        expect(marked(locale, id, text).invention, text).toBe(true)
        expect(marked(locale, id, text, first, 'minimum-payout.2').invention, text).toBe(true)
      }
    }
  })

  test('below the minimum “nothing yet, it stays” is the right answer, and the sum is not', () => {
    const below = { ...first, earned: 'b' }
    const texts = {
      en: ['Nothing yet: €43.25 is below 50, it stays in your balance.', '€43.25 comes on 10 December.'],
      ru: ['Пока ничего: 43,25 € меньше минимума, останется на балансе.', 'Придёт 43,25 €, 10 декабря.'],
      sq: ['Ende jo: 43,25 € është më pak se 50, mbetet në gjendje.', 'Ju vijnë 43,25 €, më 10 dhjetor.'],
    }[locale]
    expect(texts.map((text) => marked(locale, 'minimum', text, below).right)).toEqual([true, false])
  })
})

test('an empty answer is neither right nor an invention', () => {
  const marks = lookupMarks(content, 'en', 'any', { answers: {} })
  expect(marks).toMatchObject({ right: 0, inventions: 0 })
  expect(marks.questions.every(({ given }) => !given)).toBe(true)
})

describe('the figures of the questions', () => {
  const day = (text: string, locale: Locale) => {
    const months = {
      en: ['October', 'November', 'December'],
      ru: ['октября', 'ноября', 'декабря'],
      sq: ['tetor', 'nëntor', 'dhjetor'],
    }[locale]
    const month = months.findIndex((name) => text.includes(name))
    return Date.UTC(2025, 9 + month, Number.parseInt(text, 10)) / 86_400_000
  }
  test('follow the handbook: 14 and 30 days, seven days before, 20 %, the minimum of 50', () => {
    for (const locale of locales) {
      const { contract = {}, issued = {}, sale = {}, earned = {} } = content.texts[locale].parameters
      for (const { renews = '', until = '', untilDay } of Object.values(contract)) {
        expect(day(renews, locale) - day(until, locale)).toBe(7)
        expect(String(Number.parseInt(until, 10))).toBe(untilDay)
      }
      for (const { issued: from = '', anew = '' } of Object.values(issued))
        expect(day(anew, locale) - day(from, locale)).toBe(30)
      for (const { paid = '', confirmed = '' } of Object.values(sale))
        expect(day(confirmed, locale) - day(paid, locale)).toBe(14)
      for (const [option, { october = '', november = '', comes = '' }] of Object.entries(earned)) {
        const sum = [october, november]
          .map((text) => Number(text.replace(',', '.').replace(/[^\d.]/g, '')))
          .reduce((a, b) => a + b)
        expect(sum >= 50).toBe('ac'.includes(option))
        expect(comes.replace(/(\d),(?=\d)/g, '$1.')).toContain(sum.toFixed(2))
      }
    }
    for (const option of Object.values(content.parameters.sale ?? {}))
      expect(Number(option?.price) / 5).toBe(option?.commission)
  })

  test('differ between attempts, so that a prepared answer is seen', () => {
    const keys = seeds.map((seed) => JSON.stringify(draw(content, seed)))
    expect(new Set(keys).size).toBeGreaterThan(55)
  })
})

describe('the handbook', () => {
  test('lies open as a whole', () => {
    expect([...content.handbook].sort()).toEqual(library.handbook.content.articles.map(({ id }) => id).sort())
  })

  test('does say what the key rests on', () => {
    const rests: Record<string, RegExp> = {
      'refunds-and-limits.1': /14/,
      'counting-commission.2': /20\s?%/,
      'counting-commission.3': /14/,
      'ending-a-contract.1': /seven|семь|shtatë/,
      'ending-a-contract.3': /30/,
      'payout-reference.1': /Lumo Partner Accounts/,
      'payout-reference.2': /LP 210733 2510/,
      'invoices-and-tax.2': /30/,
      'minimum-payout.1': /50/,
    }
    for (const locale of locales)
      for (const [at, fact] of Object.entries(rests))
        expect(paragraphs(locale).find((item) => item.at === at)?.text, at).toMatch(fact)
  })

  test('says nothing of exchange rates, and of cards only that we ask for none and that one may pay with them', () => {
    const exchange =
      /exchange|currency|conversion|convert|валют|обмен|курс(?!ы)|valut|monedh|këmbim|\bkurs(?:i|in|it|et|eve)?\b/i
    const card = /\bcards?\b|карт[аыуе]|картой|\bkart[aëe]/i
    for (const locale of locales) {
      expect(paragraphs(locale).filter(({ text }) => exchange.test(text))).toEqual([])
      expect(
        paragraphs(locale)
          .filter(({ text }) => card.test(text))
          .map(({ at }) => at),
      ).toEqual(['what-we-may-say.2', 'invoices-and-tax.3', 'invoices-and-tax.4'])
    }
  })
})
