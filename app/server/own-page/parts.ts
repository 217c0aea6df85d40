import { parseDocument } from 'htmlparser2'
import type { PagePart, PartKind } from '#app/domain/own-page.ts'
import { escapeHtml } from '#app/domain/scenario/page.ts'
import { sound } from './decode.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: unknown }>

export const mostParts = 60
export const fewestParts = 3
/** Letters of one page: more is not read in half an hour. */
const mostLetters = 80_000

const isElement = (node: Node): node is Element => 'attribs' in node
const inline = new Set(
  'span a b strong i em u s del ins small sub sup mark code br img button time abbr q label'.split(' '),
)
/** One thing each, whatever they hold. */
const whole: Record<string, PartKind> = {
  p: 'text',
  blockquote: 'text',
  pre: 'text',
  tr: 'row',
  figure: 'picture',
  caption: 'text',
}
for (const level of [1, 2, 3, 4, 5, 6]) whole[`h${level}`] = 'heading'

const inTable = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
/** A row or paragraph of more letters is a whole page in a table, and taken apart. */
const mostInOne = 1500

/** What the marking needs to know of an element, worked out once from the leaves up. */
interface Seen {
  letters: number
  /** Holds something to look at. */
  shows: boolean
  /** Only text and what stands in a line of text. */
  flows: boolean
}

/** A part is one element, or a run of neighbours in a line that is wrapped for it. */
interface Part {
  nodes: Node[]
  kind: PartKind
}

const classOf = (node: Element) => (node.attribs.class ?? '').split(' ')
const isField = (node: Element) => classOf(node).includes('field')
const isPicture = (node: Element) => node.name === 'img' || classOf(node).includes('box')

function look(node: Node, seen: Map<Node, Seen>): Seen {
  const found: Seen = { letters: 0, shows: false, flows: true }
  if (isElement(node)) {
    found.shows = isPicture(node) || isField(node) || node.name === 'button'
    found.flows = inline.has(node.name)
    found.letters = (node.attribs.alt ?? '').length
    for (const child of node.children) {
      const inner = look(child, seen)
      found.letters += inner.letters
      found.shows ||= inner.shows
      found.flows &&= inner.flows
    }
  } else if (node.type === 'text') {
    found.letters = node.data.trim().length
    found.shows = found.letters > 0
  }
  seen.set(node, found)
  return found
}

/** The parts of a page when every group of at most `grain` letters is one. */
function partsOf(nodes: readonly Node[], seen: ReadonlyMap<Node, Seen>, grain: number): Part[] {
  const parts: Part[] = []
  let line: Node[] = []
  const endLine = () => {
    const shows = line.map((node) => seen.get(node)?.shows === true)
    const run = line.slice(shows.indexOf(true), shows.lastIndexOf(true) + 1)
    const [first] = run
    // What stands between the rows of a table would be moved out of it by the browser.
    if (first && !inTable.has(first.parent && 'name' in first.parent ? first.parent.name : ''))
      parts.push({ nodes: run, kind: kindOf(run) })
    line = []
  }
  for (const node of nodes) {
    const about = seen.get(node)
    if (!about || about.flows) {
      line.push(node)
      continue
    }
    endLine()
    if (!isElement(node) || !about.shows) continue
    const kind = whole[node.name]
    if (kind && about.letters <= mostInOne) parts.push({ nodes: [node], kind })
    else if (node.children.every((child) => seen.get(child)?.flows))
      parts.push({ nodes: [node], kind: node.name === 'li' ? 'item' : kindOf(node.children) })
    else {
      const inside = partsOf(node.children, seen, grain)
      if (inside.length > 1 && about.letters <= grain) parts.push({ nodes: [node], kind: 'group' })
      else parts.push(...inside)
    }
  }
  endLine()
  return parts
}

function kindOf(nodes: readonly Node[]): PartKind {
  const shown = nodes.filter((node) => isElement(node) || (node.type === 'text' && node.data.trim() !== ''))
  const [only] = shown
  if (shown.length !== 1 || !only || !isElement(only)) return 'text'
  if (isPicture(only)) return 'picture'
  if (only.name === 'button') return 'button'
  if (isField(only)) return 'field'
  return only.children.length > 0 && only.children.every(isElement) ? kindOf(only.children) : 'text'
}

/** Fine where there is room, coarser where there are too many to choose among. */
function chosen(nodes: readonly Node[], seen: ReadonlyMap<Node, Seen>): Part[] {
  let finest: Part[] | undefined
  for (let grain = 0; grain < mostLetters; grain = grain === 0 ? 20 : grain * 2) {
    const parts = partsOf(nodes, seen, grain)
    finest ??= parts
    if (parts.length < Math.min(10, finest.length)) break
    if (parts.length <= mostParts) return parts
  }
  return finest ?? []
}

const attributes: Record<string, RegExp> = {
  class: /^[a-z]+\d*(?: [a-z]+\d*)*$/,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
  width: /^\d{1,4}$/,
  height: /^\d{1,4}$/,
  src: /^data:image\/[a-z]+;base64,[A-Za-z0-9+/]+={0,2}$/,
}
const empty = new Set(['br', 'hr', 'img'])

/** Writes the template: the same elements, with a place for each of the parts' words. */
class Writer {
  readonly parts: PagePart[] = []
  private letters = 0
  private readonly numbers = new Map<PartKind, number>()
  private readonly starts = new Map<Node, Part>()
  private inside: PagePart | null = null
  private over = false

  constructor(parts: readonly Part[]) {
    for (const part of parts) for (const node of part.nodes.slice(0, 1)) this.starts.set(node, part)
  }

  /** Whether the page went on. */
  get cut(): boolean {
    return this.over
  }

  write(nodes: readonly Node[]): string {
    let html = ''
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at]
      const part = node && this.starts.get(node)
      if (!node || this.over) continue
      if (!part) html += this.one(node)
      else if (this.parts.length >= mostParts || this.letters > mostLetters) this.over = true
      else {
        this.inside = this.open(part.kind)
        html +=
          part.nodes.length > 1 || !isElement(node)
            ? `<span data-part="${this.inside.id}">${part.nodes.map((own) => this.one(own)).join('')}</span>`
            : this.one(node, this.inside.id)
        this.inside = null
        at += part.nodes.length - 1
      }
    }
    return html
  }

  private open(kind: PartKind): PagePart {
    const number = (this.numbers.get(kind) ?? 0) + 1
    this.numbers.set(kind, number)
    const part: PagePart = {
      id: `p${String(this.parts.length + 1).padStart(2, '0')}`,
      kind,
      number,
      words: {},
    }
    this.parts.push(part)
    return part
  }

  private word(text: string): string {
    const told = sound(text).replace(/\s+/g, ' ').trim()
    if (told === '' || !this.inside) return ''
    this.letters += told.length
    const name = `w${Object.keys(this.inside.words).length + 1}`
    this.inside.words[name] = told.slice(0, 4000)
    return `{{${this.inside.id}.${name}}}`
  }

  private one(node: Node, part?: string): string {
    if (node.type === 'text') {
      const told = this.word(node.data)
      return told === ''
        ? ' '
        : `${/^\s/.test(node.data) ? ' ' : ''}${told}${/\s$/.test(node.data) ? ' ' : ''}`
    }
    if (!isElement(node)) return ''
    const kept = Object.entries(node.attribs)
      .filter(([name, value]) => attributes[name]?.test(value))
      .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    if (node.name === 'button') kept.push(' type="button" tabindex="-1"')
    const text = this.word(node.attribs.alt ?? '')
    if (node.name === 'img') kept.push(` alt="${text}"`)
    if (part !== undefined) kept.push(` data-part="${part}"`)
    const open = `<${node.name}${kept.join('')}>`
    if (empty.has(node.name)) return open
    return `${open}${text}${part === undefined && !this.inside ? this.write(node.children) : node.children.map((child) => this.one(child)).join('')}</${node.name}>`
  }
}

/** Cleaned HTML → its body with a `data-part` on everything that can be spoken about, and the words of each. */
export function markedParts(html: string): {
  body: string
  rootClass: string
  parts: PagePart[]
  cut: boolean
} {
  const rootClasses = new Set<string>()
  const unwrapped = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => {
      if (!isElement(node) || node.name === 'gone') return isElement(node) ? [] : [node]
      if (!classOf(node).includes('root')) return [node]
      for (const name of classOf(node)) if (name !== 'root') rootClasses.add(name)
      return unwrapped(node.children)
    })
  const nodes = unwrapped(parseDocument(html).children)
  const seen = new Map<Node, Seen>()
  for (const node of nodes) look(node, seen)
  const writer = new Writer(chosen(nodes, seen))
  const body = writer.write(nodes)
  return { body, rootClass: [...rootClasses].join(' '), parts: writer.parts, cut: writer.cut }
}
