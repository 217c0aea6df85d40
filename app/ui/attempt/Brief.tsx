import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'

interface BriefProps {
  view: Pick<ShownView, 'title' | 'question' | 'brief'>
  lang: string
  /** Read before: only the question stands open. */
  folded?: boolean
}

/** The part's title, its question and what one needs to know before writing. */
export function Brief({ view, lang, folded }: BriefProps) {
  const { t } = useI18n()
  const paragraphs = view.brief.map((paragraph) => (
    <p key={paragraph} className="read" lang={lang}>
      {paragraph}
    </p>
  ))
  return (
    <header className="brief">
      <h1 lang={lang}>{view.title}</h1>
      <p className="lede" lang={lang}>
        {view.question}
      </p>
      {folded === undefined ? (
        paragraphs
      ) : (
        <details open={!folded}>
          <summary>{t('attempt.brief')}</summary>
          {paragraphs}
        </details>
      )}
    </header>
  )
}
