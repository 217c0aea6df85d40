import type { APIRequestContext } from '@playwright/test'
import type { MessageKey } from '#app/i18n/keys.ts'
import { words } from './words.ts'

export interface Letter {
  to: string
  subject: string
  address: string
}

/** The list of outgoing mails, the newest first. */
export async function letters(request: APIRequestContext): Promise<Letter[]> {
  const found: Letter[] = []
  for (let next = '/dev/mail'; next; ) {
    const html = await (await request.get(next)).text()
    for (const [row] of html.matchAll(/<tr>.*?<\/tr>/gs)) {
      const [, to = ''] = /class="label">([^<]*@[^<]*)</.exec(row) ?? []
      const [, address, subject = ''] = /href="(\/dev\/mail\/[^"]+)"[^>]*>([^<]*)</.exec(row) ?? []
      if (address) found.push({ to, subject, address })
    }
    next = /href="(\/dev\/mail\?before=[^"]+)"/.exec(html)?.[1] ?? ''
  }
  return found
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A subject in any language, whatever it is about. */
function subjectOf(key: MessageKey): RegExp {
  const gaps = { vacancy: '~', day: '~', time: '~', candidate: '~', organisation: '~' }
  const each = Object.values(words).map((t) => escaped(t(key, gaps)).replaceAll('~', '.+'))
  return new RegExp(`^(${each.join('|')})$`)
}

/** The link of the newest mail of this kind to somebody of the sample team's world, whose addresses are name.surname@. */
export async function doorIn(
  request: APIRequestContext,
  all: readonly Letter[],
  key: MessageKey,
): Promise<string | undefined> {
  const subject = subjectOf(key)
  for (const letter of all.filter((one) => subject.test(one.subject) && /^\w+\.\w+@/.test(one.to))) {
    const html = await (await request.get(letter.address)).text()
    const [, link] = /href="(https?:\/\/[^"]+\/[^"/]{20,})"/.exec(html) ?? []
    if (link && (await request.get(link, { maxRedirects: 0 })).status() < 400) return link
  }
  return undefined
}
