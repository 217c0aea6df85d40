import type { Place } from './grading-draft.ts'

/**
 * Phone numbers as people in the United Kingdom, Russia, Albania and Kosovo write them, and those of anywhere with a
 * plus. What is no number of theirs stays: an order, a ticket, an amount, a time, a date, the groups of an IBAN.
 */

/** Digits in groups, one separator between two; begun after a letter it is something else (AL47 2121 …, #2025-4630). */
const run =
  /(?<![\p{L}\p{N}_#№])(?<![€$£₽#№]\s?)[+]?\(?\d+(?:(?:\)[ \u00A0]?|[ \u00A0\u202F./\u2010-\u2013-]\(?|\()\d+)*/gu

/** With the country's number in front, whether or not a plus or 00 says that it is one: United Kingdom, Russia, Albania, Kosovo. */
const home = /^(?:00)?(?:44[1-37]\d{8,9}|7[3-9]\d{9}|355[2-6]\d{7,8}|383[2-4]\d{7})$/
/** 00 and the number of another country nearby. */
const near = /^00(?:1|3[0-9]|38[1-9]|4[0-9]|90)\d{8,10}$/
/** Within the country, with the 0 or the 8 that stands for it. */
const local = {
  '0': /^0(?:7\d{9}|[123]\d{8,9}|6[5-9]\d{7}|[2-5]\d{7})$/,
  '8': /^8[3-9]\d{9}$/,
}
/** How a Russian city number, and an Albanian mobile number without its 0, are grouped: no amount is. */
const grouped =
  /^(?:\(?[3-9]\d{2}\)?[ \u00A0-]?)?\d{3}-\d{2}-\d{2}$|^6[6-9][ \u00A0](?:\d{3}[ \u00A0]\d{4}|\d{2}[ \u00A0]\d{2}[ \u00A0]\d{3})$/

const ownWords =
  /(?:\b(?:my (?:phone|mobile|cell|number)|(?:call|text|ring|phone|reach) me|whats ?app|viber)|(?<!\p{L})(?:мо(?:й|его|ему) (?:номер|телефон|мобильн)\p{L}*|(?:по)?звоните мне|наберите меня|вот?цап|ватсап|вайбер|numri im|celulari im|telefoni im|më (?:merrni|telefononi|shkruani)))[^\p{N}\n.!?;]{0,24}$|(?<!\p{L})(?:tel|тел|cel|моб|mob)[.:]{1,2}\s?$/iu

const otherWords =
  /(?<!\p{L})(?:orders?|tickets?|invoices?|ref(?:erence)?|case|request|account|iban|card|code|id|заказ|обращени|заявк|сч[её]т|карт|тикет|код|реквизит|porosi|kërkes|fatur|llogari|kart|referenc|kod)\p{L}*[\s.:№#]*(?:(?:number|no|nr|номер|num[eë]r)\p{L}*[\s.:№#]*)?$/iu

const unit = /^\s?(?:[€$£₽%]|(?:eur|usd|gbp|rub|all|lek[ëu]?|euro|руб|лек|евро|[KMGkmg]i?B|km|км)(?!\p{L}))/iu

const dated = /^(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:(?:19|20)\d{2}|\d{2})(?!\d)/
const thousands = /^\+?\d{1,3}(?:[ \u00A0\u202F.]\d{3})+$/

function shaped(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (text.startsWith('+'))
    return digits.length >= 9 && digits.length <= 15 && !(thousands.test(text) && digits.length < 11)
  const groups = text.split(/\D+/).filter(Boolean)
  if (groups.length > 2 && groups.every((group) => group.length < 3)) return false
  if (grouped.test(text) || home.test(digits) || near.test(digits)) return true
  const [first] = digits
  if (first === '0') return (groups[0]?.length ?? 0) > 1 && local[0].test(digits)
  return first === '8' && local[8].test(digits) && /^8\D{0,2}\d{3}/.test(text)
}

/** Where phone numbers stand in a text, in its order. */
export function phonesIn(text: string): Place[] {
  return [...text.matchAll(run)].flatMap((found) => {
    const place = phoneIn(text, found[0], found.index)
    return place ? [place] : []
  })
}

const mostGroups = 8

/** The longest part of a run that is a phone number: a time may stand right before it, or right after. */
function phoneIn(text: string, found: string, at: number): Place | undefined {
  const date = dated.exec(found)?.[0].length
  if (date) {
    const after = date + found.slice(date).search(/\d|$/)
    return phoneIn(text, found.slice(after), at + after)
  }
  const before = text.slice(Math.max(0, at - 60), at)
  if (otherWords.test(before)) return undefined
  const groups = [...found.matchAll(/\+?\(?\d+/g)].map(({ 0: group, index }) => ({
    start: index,
    end: index + group.length,
  }))
  for (const [from, first] of groups.slice(0, 2).entries()) {
    if (from > 0 && (groups[0]?.end ?? 0) > 5) break
    for (let to = Math.min(groups.length, from + mostGroups); to > from; to--) {
      const last = groups[to - 1]
      if (!last) continue
      const part = found.slice(first.start, last.end)
      const rest = text.slice(at + last.end, at + last.end + 8)
      const digits = part.replace(/\D/g, '').length
      const said = from === 0 && to === groups.length && digits > 6 && digits < 16 && ownWords.test(before)
      if ((said || shaped(part)) && !unit.test(rest)) {
        const open = part.startsWith('(') && !part.includes(')') ? 1 : 0
        return { start: at + first.start + open, end: at + last.end }
      }
    }
  }
  return undefined
}

/** Every number of a text, of whatever kind, digits alone. */
export const numbersIn = (text: string): string[] =>
  [...text.matchAll(run)].map(([found]) => found.replace(/\D/g, ''))

/** The same number, with or without the country's in front, is one of these. */
export const isOneOf = (phone: string, numbers: readonly string[]): boolean => {
  const tail = phone.replace(/\D/g, '').slice(-8)
  return numbers.some((number) => number.endsWith(tail))
}
