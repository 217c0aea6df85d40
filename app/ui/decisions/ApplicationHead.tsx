import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { Stage as StageName } from '#app/domain/pipeline.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { ApplicationTabs } from '../pipeline/ApplicationTabs.tsx'
import { PageHead } from '../StaffPage.tsx'
import { Stage } from '../Stage.tsx'

export interface HeadOf {
  id: string
  name: string
  hidden: boolean
  stage: StageName
  /** Without an id where the viewer has nothing to look for in the vacancy. */
  vacancy: { id: string | null; title: string; lang: Locale }
}

/** Whose page it is and where it hangs; the other pages of the same application beside it. */
export function ApplicationHead(props: { head: HeadOf; who?: ReactNode; acts?: ReactNode }) {
  const { head, who, acts } = props
  const { t } = useI18n()
  return (
    <>
      <PageHead
        crumb={
          head.vacancy.id === null ? (
            <span lang={head.vacancy.lang}>{head.vacancy.title}</span>
          ) : (
            <>
              <Link to="/team/vacancies">{t('shared.nav.vacancies')}</Link> ·{' '}
              <Link to={`/team/vacancies/${head.vacancy.id}`} lang={head.vacancy.lang}>
                {head.vacancy.title}
              </Link>
            </>
          )
        }
        title={head.name}
        who={
          <>
            <Stage stage={head.stage} />
            {who}
          </>
        }
        acts={acts}
      />
      {!head.hidden && <ApplicationTabs id={head.id} />}
    </>
  )
}
