import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss'

/** What a page may look like: sizes, colours, type and flow. Nothing that loads, moves, or asks how large the window is. */
const property =
  /^(?:--[\w-]{1,80}|(?:margin|padding)(?:-(?:top|right|bottom|left|block|inline)(?:-(?:start|end))?)?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|width|style))?|border(?:-(?:top|bottom)-(?:left|right))?-radius|border-(?:collapse|spacing)|background(?:-color|-image)?|color|opacity|box-shadow|box-sizing|font(?:-(?:family|size|weight|style|variant))?|letter-spacing|line-height|text-(?:align|decoration(?:-(?:line|color|style|thickness))?|transform|indent|shadow|overflow)|white-space|word-(?:break|spacing)|overflow-wrap|hyphens|vertical-align|width|max-width|min-width|height|max-height|min-height|aspect-ratio|display|visibility|float|clear|position|top|right|bottom|left|inset|z-index|overflow(?:-x|-y)?|flex(?:-(?:direction|wrap|flow|grow|shrink|basis))?|order|(?:align|justify|place)-(?:items|content|self)|(?:row-|column-)?gap|grid(?:-(?:template(?:-(?:columns|rows|areas))?|area|row|column|auto-(?:flow|rows|columns))(?:-(?:start|end))?)?|columns|column-(?:count|width|rule)|table-layout|caption-side|list-style(?:-type|-position)?|object-(?:fit|position)|transform|content)$/
const functions = new Set(
  'rgb rgba hsl hsla calc min max clamp var linear-gradient radial-gradient repeat minmax fit-content translate translatex translatey scale rotate'.split(
    ' ',
  ),
)
/** The frame is as high as its page: a part as high as the window would grow with it for ever. */
const grows = /\d(?:[sld]?v[hwib]|[sld]?vmin|[sld]?vmax)\b/i

/** The value, or null where it is not one of ours. `named` gives custom properties names that tell nothing. */
function soundValue(name: string, value: string, named: (custom: string) => string): string | null {
  const text = value.replace(/\s+/g, ' ').trim()
  if (text === '' || text.length > 300 || !/^[\w .,%#()+\-*/'"]+$/.test(text)) return null
  if (/\/\*|\*\/|\/\//.test(text)) return null
  if (/['"]/.test(text) && !/^(?:font|font-family|grid-template-areas|content|--.*)$/.test(name)) return null
  if (name === 'content' && !/^(?:''|""|none|normal)$/.test(text)) return null
  if (name === 'position' && !/^(?:static|relative|absolute)$/i.test(text)) return null
  if (/height$/.test(name) && /%/.test(text)) return null
  if (grows.test(text)) return null
  for (const [, called = ''] of text.matchAll(/([\w-]*)\s*\(/g))
    if (called !== '' && !functions.has(called.toLowerCase())) return null
  const quotes = text.match(/['"]/g) ?? []
  if (quotes.length % 2 === 1 || count(text, '(') !== count(text, ')')) return null
  return text.replace(/--[\w-]+/g, named)
}
const count = (text: string, sign: string) => text.split(sign).length - 1

export class Looks {
  private readonly custom = new Map<string, string>()
  private readonly written = new Map<string, string>()
  /** `.class` or `#id` of the page → the name that it has here. */
  readonly classes = new Map<string, string>()
  private readonly own: string[] = []

  /** The class that stands for a class or id of the page. */
  classFor(sign: '.' | '#', name: string): string {
    const known = this.classes.get(sign + name)
    if (known) return known
    const made = `c${this.classes.size + 1}`
    this.classes.set(sign + name, made)
    return made
  }

  /** The class that stands for a style attribute; null where nothing of it is kept. */
  classForStyle(style: string): string | null {
    const known = this.written.get(style)
    if (known !== undefined) return known || null
    const kept = style
      .split(';')
      .slice(0, 60)
      .flatMap((one) => {
        const [name = '', ...rest] = one.split(':')
        return this.declaration(name, rest.join(':').replace(/!\s*important\s*$/i, ''), false) ?? []
      })
    const made = kept.length > 0 ? `s${this.own.length + 1}` : ''
    if (made !== '') this.own.push(`.${made}.${made}.${made}{${kept.join(';')}}`)
    this.written.set(style, made)
    return made || null
  }

  private declaration(name: string, value: string, important: boolean): string | null {
    const lower = name.trim().toLowerCase()
    if (!property.test(lower)) return null
    const named = (custom: string) => {
      const known = this.custom.get(custom) ?? `--v${this.custom.size + 1}`
      this.custom.set(custom, known)
      return known
    }
    const kept = soundValue(lower, value, named)
    if (kept === null) return null
    return `${lower.startsWith('--') ? named(name.trim()) : lower}:${kept}${important ? '!important' : ''}`
  }

  /** The page's sheets with only what is kept of them, then what stood in its style attributes. */
  sheet(sources: readonly string[], limit: number): string {
    const rules: string[] = []
    for (const source of sources) {
      try {
        this.walk(postcss.parse(source), rules)
      } catch {
        // A sheet that cannot be read is a sheet that is not there.
      }
    }
    let room = limit
    const kept = [...rules, ...this.own].filter((rule) => {
      room -= rule.length + 1
      return room >= 0
    })
    return kept.join('\n')
  }

  private walk(container: Container<ChildNode>, rules: string[]): void {
    for (const node of container.nodes ?? []) {
      if (node.type === 'rule') this.rule(node, rules)
      else if (node.type === 'atrule') this.atRule(node, rules)
    }
  }

  private atRule(node: AtRule, rules: string[]): void {
    const name = node.name.toLowerCase()
    if (!node.nodes) return
    if (name === 'layer' || name === 'supports') this.walk(node, rules)
    const wide =
      /^(?:(?:only )?(?:screen|all)(?: and )?)?(?:\((?:min|max)-width:\s?\d{1,4}(?:\.\d{1,4})?(?:px|em|rem)\)(?: and )?)*$/i
    if (name !== 'media' || !wide.test(node.params.trim())) return
    const inside: string[] = []
    this.walk(node, inside)
    if (inside.length > 0) rules.push(`@media ${node.params.trim().toLowerCase()} {\n${inside.join('\n')}\n}`)
  }

  private rule(node: Rule, rules: string[]): void {
    const selectors = node.selectors.flatMap((selector) => this.selector(selector) ?? [])
    if (selectors.length === 0) return
    const kept = node.nodes.flatMap((inner) =>
      inner.type === 'decl'
        ? (this.declaration(inner.prop, inner.value, inner.important === true) ?? [])
        : [],
    )
    if (kept.length > 0) rules.push(`${selectors.join(',')} {${kept.join(';')}}`)
  }

  /** Only what meets something on the page is kept, in the page's new names. */
  private selector(selector: string): string | null {
    const token =
      /([.#])((?:[\w-]|[^\0-\x7f]|\\[^\n])+)|(\*)|(:root\b)|(::?(?:first-child|last-child|only-child|first-of-type|last-of-type|before|after)\b)|(:nth-(?:child|of-type)\([\d n+-]{1,12}\))|(\s*[>+~]\s*|\s+)|([a-z][a-z0-9]*)/iy
    let made = ''
    for (let at = 0; at < selector.length && at < 300; at = token.lastIndex) {
      token.lastIndex = at
      const found = token.exec(selector)
      if (!found) return null
      const [whole, sign, name, every, root, pseudo, nth, between, tag] = found
      if (sign && name) {
        const known = this.classes.get(sign + name.replace(/\\(.)/g, '$1'))
        if (!known) return null
        made += `.${known}`
      } else if (tag) {
        const kept = tagIn[tag.toLowerCase()]
        if (!kept) return null
        made += kept
      } else if (root) made += 'body'
      else if (between) made += between.trim() === '' ? ' ' : between.trim()
      else made += (every ?? pseudo ?? nth ?? whole).toLowerCase()
    }
    return made === '' || selector.length > 300 || /^[>+~]|[>+~]$/.test(made) ? null : made
  }
}

/** Elements of a style sheet as they are called here. */
const tagIn: Record<string, string> = {
  html: 'body',
  body: 'body',
  input: '.field',
  textarea: '.field',
  select: '.field',
}
for (const tag of 'h1 h2 h3 h4 h5 h6 p div section article header footer main nav aside figure figcaption blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td span a b strong i em u s del ins small sub sup mark code hr img button address time abbr q label'.split(
  ' ',
))
  tagIn[tag] = tag
