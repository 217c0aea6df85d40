import type { ArticleView } from './handbook.ts'
import type { ShownView } from './views.ts'

const otherQuote = (quote: string) => (quote === '"' ? '`' : '"')
const turned = (text: string) => text.replace(/["`]/g, otherQuote)

/**
 * What a page is made of, on its way to a browser as one string. Each of its quotes would be written with three strokes
 * before it there, a string in a string in a script; so they change places with a quote that is written as it is.
 */
export const folded = (shape: object): string => turned(JSON.stringify(shape))
export const unfolded = <Shape>(text: string): Shape => JSON.parse(turned(text)) as Shape

/** A view on its way to a browser: each article is one string. */
type Folded<View> = View extends { articles: ArticleView[] }
  ? Omit<View, 'articles'> & { articles: string[] }
  : View
export type FoldedView = Folded<ShownView>

/** Between the fields of a folded article: no text has it. */
const unit = '\u001f'

/** A page that carries a handbook field by field spends a tenth of its bytes on braces. */
const foldedArticle = ({ id, number, title, paragraphs }: ArticleView): string =>
  [id, number, title, ...paragraphs.map(({ text }) => text)].join(unit)

/** Paragraph 2 of article 7 is 7.2, as `articleView` numbers them. */
function unfoldedArticle(folded: string): ArticleView {
  const [id = '', number = '', title = '', ...texts] = folded.split(unit)
  const paragraphs = texts.map((text, index) => ({ number: `${number}.${index + 1}`, text }))
  return { id, number: Number(number), title, paragraphs }
}

/** A handbook on its way by itself. */
export const foldedArticles = (articles: readonly ArticleView[]): string[] => articles.map(foldedArticle)
export const unfoldedArticles = (folded: readonly string[]): ArticleView[] => folded.map(unfoldedArticle)

/** The handbook of an inbox as a list of contents: what stands in it is asked for when it is wanted. */
export const withContentsOnly = (view: ShownView): ShownView =>
  view.kind === 'inbox'
    ? { ...view, articles: view.articles.map((article) => ({ ...article, paragraphs: [] })) }
    : view

export const foldedView = (view: ShownView): FoldedView =>
  'articles' in view ? { ...view, articles: foldedArticles(view.articles) } : view
export const unfoldedView = (view: FoldedView): ShownView =>
  'articles' in view ? { ...view, articles: unfoldedArticles(view.articles) } : view
