import { isCyrillic, type Sound, soundsOf } from './sounds.ts'

/**
 * One name in the spellings that people give it: with marks and without, in Latin and in Cyrillic letters by the usual
 * schemes (passport, scholarly, everyday), German with ue or ü, and with the endings of Russian and Albanian. Matched
 * sound by sound without patterns: to make those for a name took ten times as long as to read an answer.
 */

/** Whatever somebody types for an apostrophe. */
export const apostrophes = "'’‘ʼʻ`´ʹ′＇"

/**
 * What is not its letter without a mark. š, č and ž stay letters of their own: else sh, ch and zh were lost. i, y and
 * j are one, and as many as stand together; so are и, й and ы.
 */
const others = new Map(
  [
    'ł=l ø=oe ö=oe ü=ue ä=ae å=a æ=ae œ=oe đ=d ð=d þ=th ß=ss ı=i y=i j=i ý=i ÿ=i ş=š ș=š ś=š ç=č ć=č ż=ž š=š č=č ž=ž',
    'ё=е й=и ы=и ь= ъ= є=е і=и ї=и ґ=г ў=у ј=и љ=л њ=н ћ=ч ђ=дж џ=дж ә=а қ=к ғ=г ө=о ү=у ұ=у ң=н һ=х',
  ].flatMap((line) =>
    line.split(' ').map((pair): [string, string] => {
      const [sign = '', as = ''] = pair.split('=')
      return [sign, as]
    }),
  ),
)
/** All that is folded to a letter, and the letter. */
const unfolded = new Map<string, string>()
for (const sign of [...others.keys(), ...'àáâãèéêëēęěìíîïñňńòóôõőùúûůűřťďľĺžźğġħ']) {
  const as = (others.get(sign) ?? sign.normalize('NFD')).charAt(0)
  unfolded.set(as, `${unfolded.get(as) ?? as}${sign}`)
}

const marks = new RegExp(`[\\p{M}${apostrophes}]`, 'gu')

/** A word as it is compared. */
export function folded(word: string): string {
  const small = word.toLowerCase()
  if (/^[a-hk-xz]*$/.test(small)) return small
  let found = ''
  for (const sign of small.normalize('NFC')) found += others.get(sign) ?? sign.normalize('NFD')
  return found.replace(marks, '').replace(/([iи])\1+/g, '$1')
}

const latinEndings = new Set('a e i u s it in ut un es en as an ia ie se te'.split(' '))
const cyrillicEndings = new Set(
  'а я у ю и е ои еи ою ею ом ем ам ям ами ями ах ях ов ев ия ию ием'.split(' '),
)
/** Верин. */
const possessive = new Set('ин ина ину инои'.split(' '))
/** Белый, Ковальская, Ивановым. */
const adjectival = new Set('им ои ого ому ая ую'.split(' '))
const likeAdjective = /(?:[сцsc][кk]|[оеoe][вv]|[иi][нn])[аеиaei]*$|(?:[иi]|ая|aia)$/u
/** Павел, Павла: the vowel goes when an ending comes. */
const fleeting = /^(.{2,}[^aeiouаеиоуэюя])[eoео]([lkлкц])$/u

/** A word of a name, ready to be looked for. */
export interface Spelling {
  word: string
  whole: readonly Sound[]
  /** Without what an ending takes the place of; none for a word of two letters. The first is the stem in Latin letters too. */
  stems: readonly (readonly Sound[])[]
  /** Its endings in Russian beyond those of every name. */
  more: readonly ReadonlySet<string>[]
  /** The letters that it may begin with, folded or not. */
  initials: ReadonlySet<string>
}

/** Longer ones are not read: the places in a word are kept as the bits of a number. */
const longest = 30

export function spellingOf(name: string): Spelling {
  const word = folded(name).slice(0, longest)
  const j = /^j/i.test(name)
  const whole = soundsOf(word, j)
  const stem = /[аяоеиюaeiou]$/u.test(word) ? word.slice(0, -1) : word
  const [, begin, end] = fleeting.exec(word) ?? []
  const shorter = [begin && end ? begin + end : '', /i[a]$/.test(word) ? word.slice(0, -2) : '']
  const stems = word.length < 3 ? [] : [stem, ...shorter.filter((one) => one.length > 2)]
  const begins = (whole[0] ?? []).flat().map((one) => one.charAt(0))
  const initials = new Set(begins.flatMap((one) => [...(unfolded.get(one) ?? one)]))
  const more = [
    ...(/[аяa]$/.test(word) ? [possessive] : []),
    ...(likeAdjective.test(word) ? [adjectival] : []),
  ]
  return { word, whole, stems: stems.map((one) => soundsOf(one, j)), more, initials }
}

/** Where these sounds may end, begun at these places: a bit for each. */
function ends(word: string, all: readonly Sound[], script: 0 | 1, from: number): number {
  let now = from
  for (const sound of all) {
    let next = 0
    for (let at = 0; now >> at > 0; at++)
      if ((now >> at) & 1)
        for (const way of sound[script]) if (word.startsWith(way, at)) next |= 1 << (at + way.length)
    if (next === 0) return 0
    now = next
  }
  return now
}

/** A folded word is this name: as it is, in other letters, or with an ending. */
export function isSpelled(word: string, { whole, stems, more, initials }: Spelling): boolean {
  if (!initials.has(word.charAt(0)) || word.length > longest) return false
  const script = isCyrillic(word) ? 1 : 0
  if ((ends(word, whole, script, 1) >> word.length) & 1) return true
  for (const [place, stem] of (script ? stems : stems.slice(0, 1)).entries()) {
    const found = ends(word, stem, script, 1)
    for (let at = 1; found >> at > 0; at++) {
      const ending = word.slice(at)
      if (((found >> at) & 1) === 0 || ending === '') continue
      if ((script ? cyrillicEndings : latinEndings).has(ending)) return true
      if (script && place === 0 && more.some((endings) => endings.has(ending))) return true
    }
  }
  return false
}

/** Two of them in one, as in the name of an account. */
export function isSpelledTogether(word: string, one: Spelling, two: Spelling): boolean {
  if (word.length > longest) return false
  const script = isCyrillic(word) ? 1 : 0
  return ((ends(word, two.whole, script, ends(word, one.whole, script, 1)) >> word.length) & 1) === 1
}

/** It stands somewhere in the word. */
export function isSpelledWithin(word: string, { whole }: Spelling): boolean {
  const part = word.slice(0, longest)
  return ends(part, whole, isCyrillic(part) ? 1 : 0, 2 ** (part.length + 1) - 1) !== 0
}
