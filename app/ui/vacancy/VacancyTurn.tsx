import { Form, Link } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { PageHead } from '../StaffPage.tsx'
import { Refused } from './Refused.tsx'

interface Turn {
  heading: string
  hint: string
  button: string
  vacancy: string
  back: string
  /** Why it was not done, in words. */
  refused?: string
}

/** Asks once more before an act that others will notice. */
export function VacancyTurn({ heading, hint, button, vacancy, back, refused }: Turn) {
  const { t } = useI18n()
  return (
    <>
      <PageHead crumb={<Link to={back}>{vacancy}</Link>} title={heading} />
      {refused && <Refused words={refused} />}
      <Form method="post" className="stack column">
        <p>{hint}</p>
        <p className="row">
          <Button kind="primary">{button}</Button>
          <Link className="btn plain" to={back}>
            {t('ui.cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
