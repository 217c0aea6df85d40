import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireStaff, wordParam } from '#app/server/guard.ts'
import { closedGate } from '#app/server/newcomer-page.ts'
import { Closed } from '#app/ui/newcomer/Closed.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { handbookGate, openArticle } from '#db/newcomers.ts'

export const meta = title

/** One article. The gate is asked before it is looked for, so that nobody learns from outside what there is. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, now, library } = await requireStaff(args, 'follow-plan')
  const id = wordParam(args, 'article')
  const access = found(await handbookGate(db, { viewer }))
  if ('refused' in access) {
    const closed = await closedGate(db, { viewer, locale })
    return data({ title: t('newcomers.closed.title'), closed, open: null }, { status: 403 })
  }
  const { content, hash } = library.handbook
  const place = content.articles.findIndex((article) => article.id === id)
  const article = found(content.articles[place])
  found(await openArticle(db, { viewer, article: id, handbookHash: hash, now: now() }))
  const view = articleView(article, locale)
  const beside = (step: number) => {
    const other = content.articles[place + step]
    return other ? { id: other.id, title: other.texts[locale].title } : null
  }
  return data({ title: view.title, closed: null, open: { ...view, before: beside(-1), next: beside(1) } })
}

export default function Article() {
  const { closed, open } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (closed)
    return (
      <StartPage>
        <Closed text={t('newcomers.closed.handbook')} gate={closed.gate} clauseTitle={closed.nextTitle} />
      </StartPage>
    )
  return (
    <StartPage>
      <header>
        <p className="label">
          <Link to="/start/handbook">{t('newcomers.handbook.title')}</Link>{' '}
          <span className="num">{open.number}</span>
        </p>
        <h1>{open.title}</h1>
      </header>
      <div className="article">
        {open.paragraphs.map(({ number, text }) => (
          <p key={number} className="read">
            <span className="num label">{number}</span>
            <span>{text}</span>
          </p>
        ))}
      </div>
      <nav className="around" aria-label={t('newcomers.handbook.title')}>
        {open.before ? (
          <Link to={`/start/handbook/${open.before.id}`} rel="prev">
            {t('newcomers.handbook.before', { title: open.before.title })}
          </Link>
        ) : (
          <span />
        )}
        {open.next && (
          <Link to={`/start/handbook/${open.next.id}`} rel="next">
            {t('newcomers.handbook.next', { title: open.next.title })}
          </Link>
        )}
      </nav>
    </StartPage>
  )
}
