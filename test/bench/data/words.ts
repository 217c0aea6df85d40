/** What candidates wrote: sentences of a usual length, put together differently for each variant. */
const sentences = [
  'The price is 79 at the top of the page and 84 in the total of the order.',
  'Whoever notices it feels cheated, closes the page and tells two friends about it.',
  'I would show one price from one source, with the tax named beside it.',
  'The countdown begins again for every visitor, which anybody finds out by pressing reload.',
  'Caught once, nobody believes the guarantee either, and the guarantee is the best thing here.',
  'On a phone the picture takes 6.2 of 7.1 megabytes; a third have left before it stands there.',
  'The order button is the last thing on the page, and only three in ten ever see it.',
  'Good morning, and thank you for writing at once: you filled in everything correctly.',
  'Your payout left on the tenth; the bank was closed on two of the days that you counted.',
  'I will look again on the eighteenth and write to you before six, whatever I find.',
  'Nothing is lost and nothing needs to be sent again; the reference is the one in your account.',
  'A customer once asked me the same thing five times, and each time I tried another picture.',
  'The fifth time I wrote a page with two drawings, and after that nobody had to ask.',
  'I learned to read server logs in the evenings and found a backup that had never worked.',
  'What I did not know I said I did not know, and named the hour at which I would.',
  'Мне важно, чтобы человек ушёл спокойным, даже если ответ ему не нравится.',
  'Kur nuk e di përgjigjen, them se kur do ta di, dhe e mbaj fjalën.',
]
const text = (variant: number, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => sentences[(variant * 5 + from + at * 3) % sentences.length]).join(
    ' ',
  )

export const findingIds = (variant: number) =>
  Array.from({ length: 5 + (variant % 4) }, (_, at) => `f${at + 1}`)

const part = (variant: number, at: number) => `p${String(((variant + at * 3) % 16) + 1).padStart(2, '0')}`

export const variants = 8

/** One whole answer to each scenario, as the page would have sent it. */
export function bodyOf(scenario: string, variant: number): unknown {
  switch (scenario) {
    case 's01-sales-page':
      return {
        findings: findingIds(variant).map((id, at) => ({
          id,
          part: part(variant, at),
          wrong: text(variant, at, 1),
          why: text(variant, at + 1, 1),
          fix: text(variant, at + 2, 1),
        })),
        test: text(variant, 4, 3),
      }
    case 's03-first-fifty':
      return { text: text(variant, 7, 9) }
    case 's17-why-support':
      return {
        answers: { customer: text(variant, 1, 4), fifth: text(variant, 9, 4), learned: text(variant, 3, 4) },
      }
    default:
      throw new Error(`the bench has no words for ${scenario}`)
  }
}

export const why = text(3, 2, 5)
export const mail = Array.from({ length: 4 }, (_, at) => text(at, at, 2)).join('\n\n')

export const firstNames = [
  'Arta',
  'Besnik',
  'Elira',
  'Dorina',
  'Marko',
  'Jelena',
  'Ana',
  'Luan',
  'Анна',
  'Кирилл',
  'Семён',
  'Ольга',
  'Tomasz',
  'Ioana',
  'Stefan',
  'Mira',
  'Agron',
  'Vesa',
  'Zoran',
  'Дарья',
  'Лев',
  'Klea',
  'Erion',
  'Nadia',
]
export const lastNames = [
  'Kola',
  'Leka',
  'Gashi',
  'Kelmendi',
  'Ilić',
  'Dervishi',
  'Hoxha',
  'Prifti',
  'Зорёва',
  'Орлова',
  'Петров',
  'Соколов',
  'Wrona',
  'Popescu',
  'Marku',
  'Krasniqi',
  'Berisha',
  'Çela',
  'Novak',
  'Babić',
  'Shehu',
  'Rama',
]
