import { Parser } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'
import { Looks } from './looks.ts'

/** Elements that stay what they are. They hold text and places, and nothing can be done with them. */
const kept = new Set(
  'h1 h2 h3 h4 h5 h6 p div section article header footer main nav aside figure figcaption blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td span a b strong i em u s del ins small sub sup mark code br hr img button address time abbr q label'.split(
    ' ',
  ),
)
/** Elements that go with everything in them. */
const gone = new Set(
  'script style template noscript svg math iframe frame frameset noframes object embed applet noembed xmp plaintext title base basefont bgsound meta link param source track audio canvas map area datalist portal dialog menuitem optgroup'.split(
    ' ',
  ),
)
/** What an element that goes is called, and marked with, until it is gone. */
const sink = 'gone'
const blocks: Record<string, string> = { html: 'div', head: 'div', body: 'div', form: 'div', fieldset: 'div' }
for (const tag of ['details', 'summary', 'legend', 'center', 'hgroup', 'search', 'menu', 'dir'])
  blocks[tag] = 'div'

export const limits = {
  elements: 12_000,
  /** Runs of text as the parser gives them: an entity or a stray bracket is one of its own. */
  runs: 60_000,
  depth: 400,
  /** Markup and text of a page, its pictures not counted. */
  letters: 1_500_000,
  sheets: 400_000,
  picture: 300_000,
  pictures: 700_000,
  sheet: 150_000,
}

interface Raw {
  lang: string
  sheets: string[]
}
/** The style sheets and the language of a page; null where it is nested or cut up beyond what any page needs. */
function survey(html: string): Raw | null {
  const sheets: string[] = []
  let lang = ''
  let depth = 0
  let elements = 0
  let runs = 0
  let pictures = 0
  let inStyle = false
  let over = false
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      elements += 1
      if (depth > limits.depth || elements > limits.elements) over = true
      if (name === 'html') lang = attributes.lang ?? ''
      if (name === 'img') pictures += attributes.src?.length ?? 0
      inStyle = name === 'style' && !/print|speech/i.test(attributes.media ?? '')
      if (inStyle) sheets.push('')
    },
    ontext(text) {
      runs += 1
      if (runs > limits.runs) over = true
      if (inStyle) sheets[sheets.length - 1] += text
    },
    onclosetag() {
      depth -= 1
      inStyle = false
    },
  })
  // Piece by piece, so that one that goes too deep is let go before it costs anything.
  for (let at = 0; at < html.length && !over; at += 16_384) parser.write(html.slice(at, at + 16_384))
  if (over) return null
  parser.end()
  const light = sheets.map(withoutData)
  const heavy = sheets.join('').length - light.join('').length
  if (html.length - pictures - heavy > limits.letters) return null
  let room = limits.sheets
  return {
    lang: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(lang) ? lang : '',
    sheets: light.filter((sheet) => {
      room -= sheet.length
      return room >= 0 && !nestsDeep(sheet)
    }),
  }
}

/** A sheet without the fonts and pictures that are written out in it; none of them is kept anyway. */
function withoutData(sheet: string): string {
  const data = /url\(\s*["']?data:/gi
  let kept = ''
  let from = 0
  for (let found = data.exec(sheet); found; found = data.exec(sheet)) {
    const end = sheet.indexOf(')', found.index)
    if (end < 0) return kept + sheet.slice(from, found.index)
    kept += `${sheet.slice(from, found.index)}url()`
    from = end + 1
    data.lastIndex = from
  }
  return kept + sheet.slice(from)
}

function nestsDeep(sheet: string): boolean {
  let depth = 0
  for (const sign of sheet) {
    if (sign === '{') depth += 1
    if (sign === '}') depth -= 1
    if (depth > 8) return true
  }
  return false
}

const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/

export interface Clean {
  lang: string
  html: string
  sheet: string
  /** Pictures that a grey box stands for now. */
  boxes: number
}

/** What a frame may show of a foreign page: only elements, classes and pictures of this list, everything under new names. */
export function clean(page: string): Clean | null {
  const raw = survey(page)
  if (!raw) return null
  const looks = new Looks()
  let room = limits.pictures
  let boxes = 0
  let optionShown = false

  const classesOf = ({ class: names = '', id = '', style = '' }: sanitizeHtml.Attributes): string[] => {
    const signs = names.split(/\s+/).filter(Boolean).slice(0, 30)
    return [
      ...signs.map((name) => looks.classFor('.', name)),
      ...(id === '' ? [] : [looks.classFor('#', id)]),
      ...(style === '' ? [] : [looks.classForStyle(style) ?? '']),
    ].filter(Boolean)
  }
  // `text` stands in an attribute until the words are gathered.
  const made = (
    tagName: string,
    attributes: sanitizeHtml.Attributes,
    extra: string[] = [],
    text?: string,
  ) => {
    const classes = [...new Set([...extra, ...classesOf(attributes)])].join(' ')
    const { colspan = '', rowspan = '' } = attributes
    const attribs: sanitizeHtml.Attributes = {}
    if (classes !== '') attribs.class = classes
    if (/^[1-9]\d?$/.test(colspan)) attribs.colspan = colspan
    if (/^[1-9]\d?$/.test(rowspan)) attribs.rowspan = rowspan
    if (text) attribs.alt = text
    return { tagName, attribs }
  }
  const nothing: sanitizeHtml.Tag = { tagName: sink, attribs: { [sink]: '' } }

  const image = (attributes: sanitizeHtml.Attributes) => {
    const { src = '', alt = '', width = '', height = '' } = attributes
    const address = src.trim()
    if (address.length <= limits.picture && address.length <= room && picture.test(address)) {
      room -= address.length
      const { tagName, attribs } = made('img', attributes)
      const size = /^[1-9]\d{0,3}$/
      if (size.test(width)) attribs.width = width
      if (size.test(height)) attribs.height = height
      return { tagName, attribs: { ...attribs, src: address, alt: alt.slice(0, 300) } }
    }
    if (width === '1' || height === '1') return nothing
    boxes += 1
    return made('span', attributes, ['box'], alt.slice(0, 300))
  }
  const input = (attributes: sanitizeHtml.Attributes) => {
    const { type = 'text', value = '', placeholder = '', alt = '' } = attributes
    switch (type.toLowerCase()) {
      case 'hidden':
        return nothing
      case 'submit':
      case 'button':
      case 'reset':
      case 'image':
        return made('button', attributes, [], (value || alt || 'OK').slice(0, 200))
      case 'checkbox':
        return made('span', attributes, [], '☐')
      case 'radio':
        return made('span', attributes, [], '○')
      default:
        return made('span', attributes, ['field'], (value || placeholder).slice(0, 200))
    }
  }
  const changed = (name: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    if (gone.has(name)) return nothing
    if ('hidden' in attributes || /(?:^|;)\s*display\s*:\s*none/i.test(attributes.style ?? '')) return nothing
    switch (name) {
      case 'img':
      case 'image':
        return image(attributes)
      case 'input':
        return input(attributes)
      case 'textarea':
        return made('span', attributes, ['field'])
      case 'select':
        optionShown = false
        return made('span', attributes, ['field'])
      case 'option':
        if (optionShown) return nothing
        optionShown = true
        return { tagName: 'span', attribs: {} }
      case 'video':
        boxes += 1
        return made('span', attributes, ['box'])
      case 'html':
      case 'body':
        return made('div', attributes, ['root'])
      case 'head':
        return { tagName: 'div', attribs: { class: 'root' } }
      default:
        return made(
          kept.has(name) ? name : (blocks[name] ?? (name.includes('-') ? 'div' : 'span')),
          attributes,
        )
    }
  }
  const html = sanitizeHtml(page, {
    allowedTags: [...kept, sink],
    allowedAttributes: {
      '*': ['class', sink],
      span: ['alt'],
      button: ['alt'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
    },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    transformTags: { '*': changed },
    exclusiveFilter: ({ attribs }) => sink in attribs,
    nonTextTags: [],
  })
  return { lang: raw.lang, html, sheet: looks.sheet(raw.sheets, limits.sheet), boxes }
}
