import { Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'

interface OwnPagesProps {
  pages: {
    id: string
    code: string
    name: string
    defects: number
    state: 'draft' | 'complete' | 'changed' | 'archived'
  }[]
  mayCompose: boolean
}

/** The pages that the company has brought itself, complete or not. */
export function OwnPages({ pages, mayCompose }: OwnPagesProps) {
  const { t } = useI18n()
  if (!mayCompose && pages.length === 0) return null
  return (
    <section className="first">
      <div className="split">
        <h2>{t('scenarios.ownPage.listTitle')}</h2>
        {mayCompose && (
          <LinkButton to="/team/scenarios/page/new" dense>
            {t('scenarios.ownPage.start')}
          </LinkButton>
        )}
      </div>
      <p className="quiet">{t('scenarios.ownPage.listLede')}</p>
      <ul className="rows">
        {pages.map(({ id, code, name, defects, state }) => (
          <li key={id} className="split">
            <span>
              {mayCompose ? (
                <Link to={`/team/scenarios/page/${id}`}>{name || code}</Link>
              ) : (
                <b>{name || code}</b>
              )}{' '}
              <span className="label">{code}</span>
            </span>
            <span className="num quiet">
              {t('scenarios.ownPage.defectCount', { count: defects })} ·{' '}
              {t(`scenarios.ownPage.state.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
