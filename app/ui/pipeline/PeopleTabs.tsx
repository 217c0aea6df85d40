import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { useListLink } from './links.ts'

const list = '/team/people'

/** The ways to look at everybody who has applied, what waits in quarantine or for a look among them. */
export function PeopleTabs({ current }: { current: 'all' | 'mine' | 'late' | 'quarantine' | 'integrity' }) {
  const { t } = useI18n()
  const link = useListLink()
  // Of a list the filters stay; from the other two one comes back to the whole of it.
  const to = (changes: Record<string, string>) =>
    current === 'quarantine' || current === 'integrity'
      ? `${list}${query(changes)}`
      : link({ mine: undefined, late: undefined, ...changes })
  const tabs = [
    { key: 'all', to: to({}), words: t('pipeline.people.all') },
    { key: 'mine', to: to({ mine: '1', sort: 'word' }), words: t('pipeline.list.mine') },
    { key: 'late', to: to({ late: '1', sort: 'word' }), words: t('pipeline.list.late') },
    { key: 'quarantine', to: `${list}/quarantine`, words: t('pipeline.quarantine.title') },
    { key: 'integrity', to: '/team/integrity', words: t('integrity.title') },
  ]
  return (
    <nav className="tabs" aria-label={t('pipeline.list.views')}>
      {tabs.map(({ key, to, words }) => (
        <Link key={key} to={to} aria-current={key === current ? 'page' : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  )
}

function query(changes: Record<string, string>): string {
  const search = new URLSearchParams(changes).toString()
  return search && `?${search}`
}
