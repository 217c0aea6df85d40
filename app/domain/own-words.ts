/** Where somebody signs, or says who they are: there a name is theirs in small letters too, and whoever else bears it. */

const space = '[\\s,.:!–—-]{1,4}'
const ends = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})${space}[\\uE000\\s]*$`, 'iu')

const introduction = ends(
  "i am|i[’']m|im|(?:my )?name(?: is|[’']s)|меня зовут|зовут меня|мо[её] имя|quhem|unë jam|jam|më quajnë|emri im është|me emrin",
)
const closing = ends(
  '(?:best|kind|warm) (?:regards|wishes)|regards|best|sincerely|faithfully|yours|cheers|уважением|наилучшими(?: пожеланиями)?|искренне(?: ваш[аи]?)?|ваш[аи]?|всего доброго|respekt|përshëndetje|pershendetje|juaji?|juaja|sinqerisht|miqësisht',
)
const thanks = ends('thanks|thank you|спасибо|благодарю|faleminderit')
const presented = ends(
  "this is|it[’']s|it is|это|с вами|вас приветствует|на связи|пишет|пишет вам|говорит|këtu(?: është)?|ky është|kjo është|ju shkruan|ju flet",
)
const here =
  /^[\s,–—-]{1,3}(?:here(?!['’]|\s+(?:is|are|was|you|we|i|it|the|to|at|for)(?!\p{L}))|speaking|на связи|тут|здесь|слуша(?:ю|ет)|беспокоит|пишет|këtu|po flet|po ju shkruaj|në linjë)(?!\p{L})/iu
const begun =
  /(?:^|[.!?\n]|(?<!\p{L})(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|здравствуйте|привет|добрый (?:день|вечер)|доброе утро|përshëndetje|pershendetje|mirëdita|miredita|tungjatjeta|ckemi)[\s,.!–—-]{1,4})\s*$/iu
const nothing = /^[\s\p{P}\p{S}\uE000]*$/u
/** Nothing more on the line: a sign of the end, a number of stars, a name that is hidden already. */
const lineEnds = /^[\p{P}\p{S}\uE000 \t\u00A0]*(?:\n|$)/u

/** signed: theirs beyond doubt. presented: theirs, if nobody else of the case is called so. */
export type Own = 'signed' | 'presented' | null

/** How the word at this place of a text is its writer's own. */
export function ownAt(text: string, start: number, end: number): Own {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(Math.max(line, start - 60), start)
  const after = text.slice(end, end + 40)
  const last = lineEnds.test(after)
  if (last && nothing.test(text.slice(line, start))) return 'signed'
  if (introduction.test(before) || (last && closing.test(text.slice(Math.max(0, start - 60), start))))
    return 'signed'
  if (presented.test(before) || (last && (begins(text, start) || thanks.test(before)))) return 'presented'
  return here.test(after) && begun.test(before) ? 'presented' : null
}

/** A sentence, a line or a quotation begins here. */
export const begins = (text: string, at: number): boolean =>
  /(?:^|[.!?…:;\n"«“”(*•–—-]\s*)$/u.test(text.slice(Math.max(0, at - 4), at))
