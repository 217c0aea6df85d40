import { isOneOf, numbersIn, phonesIn } from './phones.ts'

/** Stands in the place of each hidden character, so that offsets into the text stay true. From the private use area. */
export const hiddenSign = '\uE000'

const cyrillicEndings =
  'а|я|у|ю|ы|и|е|ё|ой|ей|ою|ею|ью|ом|ем|ём|ам|ям|ами|ями|ах|ях|ов|ев|ин|ина|ину|иной|ому|ого|ым|ая|ую'
const latinEndings = 'a|ë|e|i|u|s|it|in|ut|un|ës|es|ën|en|as|an|ja|je|së|se|të|te'
/** After these even a name in small letters is one's own. */
const introductions = "i am|i['’]m|name is|меня зовут|зовут меня|quhem|jam|me emrin"

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** е and ё, e and ë, c and ç are one letter to a hurried typist. */
const alike: Record<string, string> = { е: '[её]', ё: '[её]', e: '[eë]', ë: '[eë]', c: '[cç]', ç: '[cç]' }
const loose = (text: string) =>
  [...text]
    .map((sign) => {
      const small = sign.toLocaleLowerCase()
      const either = alike[small]
      return either ? (sign === small ? either : either.toLocaleUpperCase()) : escaped(sign)
    })
    .join('')

const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'
const capital = (word: string) => word.slice(0, 1).toLocaleUpperCase() + word.slice(1).toLocaleLowerCase()

const endingsOf = (word: string) => (/\p{Script=Cyrillic}/u.test(word) ? cyrillicEndings : latinEndings)

/** Anywhere, with a capital: as it stands, inflected, or shouted. In small letters every "will" would point at a Will. */
function anywhere(word: string): RegExp[] {
  const written = `${loose(capital(word))}|${loose(word.toLocaleUpperCase())}`
  const found = [new RegExp(`${before}(?:${written})${after}`, 'gu')]
  if ([...word].length < 3) return found
  const stem = capital(word.replace(/[аяоеёийьaeëiou]$/iu, ''))
  return [...found, new RegExp(`${before}${loose(stem)}(?:${endingsOf(word)})${after}`, 'gu')]
}

/** Where somebody signs or says who they are: then in small letters too. */
function ownWords(word: string): RegExp[] {
  const small = loose(word.toLocaleLowerCase())
  // The name comes first in both, so that the engine looks back only where it stands.
  return [
    new RegExp(`${small}(?<=^[\\s\\p{P}]*${small})(?=[\\s\\p{P}]*$)`, 'gimu'),
    new RegExp(`${small}${after}(?<=${before}(?:${introductions})\\s+${small})`, 'giu'),
  ]
}

/** Bounded parts, so that no text takes long. */
const anyAddress = /[^\s@<>()[\],;:"]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu

/** Nobody is asked for a phone number, so there is none to compare with: all are hidden but those of the scenario. */
function hidePhones(text: string, shown: () => string): string {
  const phones = phonesIn(text)
  if (phones.length === 0) return text
  const known = numbersIn(shown())
  return phones.reduce((hidden, { start, end }) => {
    if (isOneOf(text.slice(start, end), known)) return hidden
    return hidden.slice(0, start) + hiddenSign.repeat(end - start) + hidden.slice(end)
  }, text)
}

/**
 * The text with its author's name, and every address and phone number that is not the scenario's own, hidden sign by
 * sign. `scenario` gives what the scenario itself says, asked for only when there is something to hide: a name that belongs to
 * one of its people gives nobody away, except where the author signs with it.
 */
export function hideNames(
  text: string,
  person: { name: string; email: string },
  scenario: () => string,
): string {
  let said: string | undefined
  const shown = () => {
    said ??= scenario()
    return said
  }
  const words = person.name.split(/[^\p{L}\p{M}’']+/u).filter((word) => [...word].length > 1)
  const own = new RegExp(escaped(person.email), 'giu')
  const hide = (found: string) => hiddenSign.repeat(found.length)
  const withoutAddresses = text
    .replace(own, hide)
    .replace(anyAddress, (found) => (shown().includes(found) ? found : hide(found)))
  const signed = words
    .flatMap(ownWords)
    .reduce((hidden, pattern) => hidden.replace(pattern, hide), hidePhones(withoutAddresses, shown))
  return words.reduce((hidden, word) => {
    const patterns = anywhere(word)
    const found = patterns.filter((pattern) => hidden.search(pattern) >= 0)
    if (found.length === 0 || patterns.some((pattern) => shown().search(pattern) >= 0)) return hidden
    return found.reduce((now, pattern) => now.replace(pattern, hide), hidden)
  }, signed)
}
