import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { Lamp } from '../Lamp.tsx'

/** On the owner's first page: the server has given something up, and a person is needed. */
export function FailedPart() {
  const { t } = useI18n()
  return (
    <section className="first stack tight">
      <h2>
        <Lamp>{t('staff.failedJobs.today')}</Lamp>
      </h2>
      <p>{t('staff.failedJobs.todayText')}</p>
      <LinkButton to="/team/health">{t('staff.failedJobs.todayAct')}</LinkButton>
    </section>
  )
}
