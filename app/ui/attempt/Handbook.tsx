import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { ArticleView } from '#app/domain/scenario/handbook.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useHydrated } from '../useClock.ts'
import { findArticles, marks } from './search.ts'

interface HandbookProps {
  articles: readonly ArticleView[]
  lang: string
  /** What stands in the articles is not here yet. */
  lacks?: 'underway' | 'away' | null
  /** Somebody turns to the handbook. */
  want?: () => void
  /** After a paragraph: what may be done with it. */
  behind?: (article: ArticleView, place: number) => ReactNode
  /** Below an article. */
  below?: (article: ArticleView) => ReactNode
}

/** The articles of a case, looked through as one types; what was found stands open. */
export function Handbook({ articles, lang, lacks = null, want, behind, below }: HandbookProps) {
  const { t } = useI18n()
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const found = findArticles(articles, asked)
  // Closed articles come with the script, once: as markup as well they would be half of the page.
  const hydrated = useHydrated()
  const handbook = useRef<HTMLDivElement>(null)
  // An article may have been opened before the page was awake, when nobody listened.
  useEffect(() => {
    if (handbook.current?.querySelector('details[open]')) want?.()
  }, [want])
  return (
    <div className="handbook" ref={handbook}>
      <div className="field">
        <label className="label" htmlFor="handbook-search">
          {t('attempt.handbook.search')}
        </label>
        <input
          id="handbook-search"
          type="search"
          lang={lang}
          value={query}
          maxLength={100}
          onFocus={want}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="hint" role="status">
          {!asked.trim()
            ? t('attempt.handbook.all', { count: articles.length })
            : lacks
              ? t(lackWords[lacks])
              : t('attempt.handbook.found', { count: found.length })}
        </p>
      </div>
      {found.map((article) => (
        <details
          key={`${article.id} ${asked.trim() !== ''}`}
          open={asked.trim() !== ''}
          lang={lang}
          onToggle={want}
        >
          <summary>
            <span className="num label">{article.number}</span> <Marked text={article.title} query={asked} />
          </summary>
          {lacks && <p className="quiet">{t(lackWords[lacks])}</p>}
          {(hydrated ? article.paragraphs : []).map(({ number, text }, place) => (
            <p key={number} className="read">
              <span className="num label">{number}</span> <Marked text={text} query={asked} />
              {behind && <> {behind(article, place)}</>}
            </p>
          ))}
          {hydrated && below?.(article)}
        </details>
      ))}
    </div>
  )
}

const lackWords = { underway: 'ui.loading', away: 'attempt.handbook.away' } as const

function Marked({ text, query }: { text: string; query: string }) {
  const pieces: ReactNode[] = marks(text, query).map(({ from, to, hit }) =>
    hit ? <mark key={from}>{text.slice(from, to)}</mark> : text.slice(from, to),
  )
  return <>{pieces}</>
}
