import { Form, Link, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { CandidatePage } from '../CandidatePage.tsx'

interface StartPageProps {
  children: ReactNode
  /** The way back to the plan; the plan itself has none. */
  back?: boolean
  state?: ReactNode
  full?: boolean
}

/** A newcomer's page: whose it is above, the way out below. */
export function StartPage({ children, back = true, state, full }: StartPageProps) {
  const me = useRouteLoaderData<{ name: string }>('routes/newcomer/layout')
  const { t } = useI18n()
  return (
    <CandidatePage
      about={me?.name}
      state={state}
      full={full}
      foot={
        <Form method="post" action="/sign-out">
          <Button kind="plain" dense>
            {t('ui.signOut')}
          </Button>
        </Form>
      }
    >
      {back && (
        <p className="crumb">
          <Link to="/start">{t('newcomers.back')}</Link>
        </p>
      )}
      {children}
    </CandidatePage>
  )
}
