import type { Behaviour } from '#app/domain/references.ts'
import { useI18n } from '#app/i18n/react.tsx'

/** Before anybody is written to: what referees will be asked. */
export function Asked({ behaviours }: { behaviours: readonly Behaviour[] }) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('references.own.asked')}</h2>
      <p>{t('references.own.askedLede')}</p>
      <ul className="bullets">
        <li>{t('references.own.askedRelation')}</li>
        <li>
          {t('references.own.askedRatings')}
          <ul>
            {behaviours.map((code) => (
              <li key={code}>{t(`references.behaviours.${code}`)}</li>
            ))}
          </ul>
        </li>
        <li>{t('references.own.askedTriad')}</li>
        <li>{t('references.own.askedAgain')}</li>
      </ul>
    </section>
  )
}

/** And what they will be told. */
export function Told() {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('references.own.told')}</h2>
      <ul className="bullets">
        <li>{t('references.own.toldWho')}</li>
        <li>{t('references.own.toldReaders')}</li>
        <li>{t('references.own.toldDecline')}</li>
      </ul>
    </section>
  )
}
