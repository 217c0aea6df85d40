import type { ShownView } from '#app/domain/scenario/views.ts'

/** The part's title, its question and what one needs to know before writing. */
export function Brief({
  view,
  lang,
}: {
  view: Pick<ShownView, 'title' | 'question' | 'brief'>
  lang: string
}) {
  return (
    <header className="brief" lang={lang}>
      <h1>{view.title}</h1>
      <p className="lede">{view.question}</p>
      {view.brief.map((paragraph) => (
        <p key={paragraph} className="read">
          {paragraph}
        </p>
      ))}
    </header>
  )
}
