import type { ArticleView } from './handbook.ts'
import type { ShownView } from './views.ts'

/** A view on its way to a browser: each article is one string. */
type Folded<View> = View extends { articles: ArticleView[] }
  ? Omit<View, 'articles'> & { articles: string[] }
  : View
type FoldedView = Folded<ShownView>

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

export const foldedView = (view: ShownView): FoldedView =>
  'articles' in view ? { ...view, articles: view.articles.map(foldedArticle) } : view
export const unfoldedView = (view: FoldedView): ShownView =>
  'articles' in view ? { ...view, articles: view.articles.map(unfoldedArticle) } : view
