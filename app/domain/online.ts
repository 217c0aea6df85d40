import type { Place } from './grading-draft.ts'
import { apostrophes, folded, isSpelledWithin, spellingOf } from './spelling.ts'

/** Where a person is found outside: addresses, accounts, pages of their own. */

/** With something after the host, which is somebody. */
const account =
  /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.){0,3}(?:linkedin\.com|git(?:hub|lab)\.com|(?:facebook|fb|instagram|twitter|x|tiktok|behance|dribbble|medium|youtube|vk|ok)\.com|threads\.net|(?:vk|ok)\.ru|(?:t|wa|fb|m|telegram)\.me|mastodon\.social|hh\.ru\/resume)[/?].+$/iu
/** Where the host itself is somebody. */
const host =
  /^(?:https?:\/\/)?[\p{L}\p{N}-]{2,63}\.(?:github\.io|medium\.com|tumblr\.com|livejournal\.com|wordpress\.com|blogspot\.com|substack\.com)(?:\/|$)/iu
const hasHost = /[\p{L}\p{N}-]\.[a-zа-я]{2,24}(?![\p{L}])/u
/** Everybody's. */
const everybody = new Set(['all', 'channel', 'everyone', 'here', 'import', 'media', 'team', 'все', 'всем'])
const handle = /^@\p{L}[\p{L}\p{N}_.-]{1,62}/u

const trailing = new RegExp(`[.!?:${apostrophes}*_]+$`, 'u')
const isLetter = /[\p{L}\p{N}]/u
const bound = /[\s<>()[\]{},;"“”„«»|]/u
const plainUrl = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/.]+$/, '')

/** Handles and addresses of pages that are not the scenario's own: accounts, and whatever bears a word of the name. */
export function onlinePlaces(text: string, words: readonly string[], scenario: () => string): Place[] {
  if (!/@|\.\p{L}{2}/u.test(text)) return []
  const found: Place[] = []
  const long = words.filter((one) => [...one].length > 3).map(spellingOf)
  const bearsName = (part: string) =>
    part.split(/[^\p{L}\p{M}]+/u).some((one) => long.some((name) => isSpelledWithin(folded(one), name)))
  const mark = /@|\.\p{L}{2}/gu
  for (let one = mark.exec(text); one; one = mark.exec(text)) {
    let start = one.index
    while (start > 0 && one.index - start < 200 && !bound.test(text[start - 1] ?? '')) start--
    let end = one.index + 1
    while (end < text.length && end - one.index < 300 && !bound.test(text[end] ?? '')) end++
    mark.lastIndex = end
    const token = text.slice(start, end).replace(trailing, '')
    const at = token.search(/(?<![\p{L}\p{N}.@])@\p{L}/u)
    if (at >= 0) {
      const [name = ''] = handle.exec(token.slice(at)) ?? []
      const bare = name.slice(1).replace(/[.-]+$/, '')
      if (bare.length > 1 && !everybody.has(bare.toLowerCase()) && placesOf(scenario(), bare).length === 0)
        found.push({ start: start + at, end: start + at + 1 + bare.length })
      continue
    }
    if (token.includes('@') || !hasHost.test(token)) continue
    if (!account.test(token) && !host.test(token) && !bearsName(hostAndPath(token))) continue
    if (!scenario().toLowerCase().includes(plainUrl(token))) found.push({ start, end: start + token.length })
  }
  return found
}

/** Without the ending of the host, which is nobody's name. */
const hostAndPath = (token: string) => plainUrl(token).replace(/\.[\p{L}]{2,24}(?=$|[/?#:])/u, ' ')

/** Where it is a word of its own, in whatever case. */
function placesOf(text: string, name: string): Place[] {
  const [all, one] = [text.toLowerCase(), name.toLowerCase()]
  const found: Place[] = []
  // Few letters have another length in small.
  if (all.length !== text.length || one === '') return found
  for (let at = all.indexOf(one); at >= 0; at = all.indexOf(one, at + one.length)) {
    const end = at + one.length
    if (!isLetter.test(all[at - 1] ?? '') && !isLetter.test(all[end] ?? '')) found.push({ start: at, end })
  }
  return found
}

/** The name of an e-mail account is that of others too. One that might be a word is not looked for. */
export function loginPlaces(text: string, email: string): Place[] {
  const [login = ''] = email.split('@')
  return login.length > 3 && /\p{L}/u.test(login) && /[\d._-]/.test(login) ? placesOf(text, login) : []
}
