import { Form, Link } from '@remix-run/react'
import type { Catalogue } from '#app/i18n/catalogues.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { PageHead } from '../StaffPage.tsx'
import { Refused } from './Refused.tsx'

interface Turn {
  turn: 'close' | 'unpublish'
  vacancy: string
  back: string
  /** Why it was not done. */
  refused?: keyof Catalogue['vacancies']['refusals']
}

/** Asks once more before an act that others will notice. */
export function VacancyTurn({ turn, vacancy, back, refused }: Turn) {
  const { t } = useI18n()
  return (
    <>
      <PageHead crumb={<Link to={back}>{vacancy}</Link>} title={t(`vacancies.home.${turn}`)} />
      {refused && <Refused words={t(`vacancies.refusals.${refused}`)} />}
      <Form method="post" className="stack column">
        <p>{t(`vacancies.home.${turn}Hint`)}</p>
        <p className="row">
          <Button kind="primary">{t(`vacancies.home.${turn}`)}</Button>
          <Link className="btn plain" to={back}>
            {t('ui.cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
