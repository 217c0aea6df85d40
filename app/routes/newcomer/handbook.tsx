import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { acceptable } from '#app/domain/text.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireStaff } from '#app/server/guard.ts'
import { closedGate } from '#app/server/newcomer-page.ts'
import { findArticles, marks } from '#app/ui/attempt/search.ts'
import { Button } from '#app/ui/Button.tsx'
import { Closed } from '#app/ui/newcomer/Closed.tsx'
import { Marked } from '#app/ui/newcomer/Marked.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { handbookGate, ownPlan } from '#db/newcomers.ts'

export const meta = title

/** The contents and the search. Behind the gate: until it is open nothing of the handbook is read, let alone sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, library } = await requireStaff(args, 'follow-plan')
  const access = found(await handbookGate(db, { viewer }))
  const plan = found(await ownPlan(db, { viewer }))
  if ('refused' in access) {
    const closed = await closedGate(db, { viewer, locale })
    return data({ title: t('newcomers.closed.title'), closed, open: null }, { status: 403 })
  }
  const typed = (new URL(args.request.url).searchParams.get('q') ?? '').slice(0, 100)
  const query = acceptable(typed) ? typed.trim() : ''
  const all = library.handbook.content.articles.map((article) => articleView(article, locale))
  const step = plan.steps.find(({ key }) => key === 'handbook')
  const articles = findArticles(all, query).map(({ id, number, title, paragraphs }) => ({
    id,
    number,
    title,
    opened: access.opened.includes(id),
    excerpt: query
      ? (paragraphs.find(({ text }) => marks(text, query).some(({ hit }) => hit))?.text ?? null)
      : null,
  }))
  return data({
    title: t('newcomers.handbook.title'),
    closed: null,
    open: { query, articles, readAt: step?.doneAt ?? null, zone: plan.team.zone },
  })
}

export default function Handbook() {
  const { title: heading, closed, open } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  if (closed)
    return (
      <StartPage>
        <Closed text={t('newcomers.closed.handbook')} gate={closed.gate} clauseTitle={closed.nextTitle} />
      </StartPage>
    )
  const { query, articles, readAt, zone } = open
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
        <p>{t('newcomers.handbook.ledger')}</p>
      </header>
      <Form className="seek" role="search">
        <div className="field">
          <label className="label" htmlFor="q">
            {t('newcomers.handbook.search')}
          </label>
          <input id="q" name="q" type="search" defaultValue={query} maxLength={100} />
        </div>
        <Button>{t('newcomers.handbook.button')}</Button>
      </Form>
      {query && (
        <p className="label">
          {articles.length > 0
            ? t('newcomers.handbook.found', { count: articles.length })
            : t('newcomers.handbook.none', { query })}{' '}
          <Link to="/start/handbook">{t('newcomers.handbook.all')}</Link>
        </p>
      )}
      <ol className="articles">
        {articles.map(({ id, number, title, opened, excerpt }) => (
          <li key={id}>
            <span className="num label">{number}</span>
            <Link to={`/start/handbook/${id}`}>
              <Marked text={title} query={query} />
            </Link>
            {opened && <span className="label">{t('newcomers.handbook.opened')}</span>}
            {excerpt && (
              <p>
                <Marked text={excerpt} query={query} />
              </p>
            )}
          </li>
        ))}
      </ol>
      <Form method="post" action="/start/steps/handbook" className="around">
        <input type="hidden" name="to" value="/start/handbook" />
        <input type="hidden" name="done" value={readAt ? 'no' : 'yes'} />
        {readAt && (
          <p className="label">
            {t('newcomers.handbook.isRead', {
              day: formats.day(readAt, zone),
              time: formats.time(readAt, zone),
            })}
          </p>
        )}
        <Button kind={readAt ? 'plain' : undefined}>
          {readAt ? t('ui.undo') : t('newcomers.handbook.read')}
        </Button>
      </Form>
    </StartPage>
  )
}
