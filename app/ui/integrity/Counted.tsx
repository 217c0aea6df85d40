import type { AiPolicy } from '#app/domain/integrity.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Facts } from '../Facts.tsx'

export interface CountedData {
  pastes: number
  pastedChars: number
  typedChars: number
  left: number
  leftSeconds: number
  devices: number
}

/** What was noted of the whole, as figures; and what they do not say. */
export function Counted({ noted, policy }: { noted: CountedData; policy: AiPolicy }) {
  const { t } = useI18n()
  const chars = (count: number) => t('integrity.counted.chars', { count })
  const times = (count: number) => t('integrity.counted.times', { count })
  const arrived = noted.typedChars + noted.pastes + noted.left > 0
  const minutes = Math.round(noted.leftSeconds / 60)
  return (
    <section className="first">
      <h2>{t('integrity.counted.title')}</h2>
      <Facts
        facts={[
          ...(arrived
            ? [
                { name: t('integrity.counted.typed'), value: chars(noted.typedChars) },
                {
                  name: t('integrity.counted.pasted'),
                  value: chars(noted.pastedChars),
                  note: times(noted.pastes),
                },
                {
                  name: t('integrity.counted.left'),
                  value: t('integrity.counted.minutes', { count: minutes }),
                  note: times(noted.left),
                },
              ]
            : []),
          { name: t('integrity.counted.devices'), value: times(noted.devices) },
          { name: t('integrity.counted.policy'), value: t(`integrity.counted.policies.${policy}`) },
        ]}
      />
      <p className="label">{t(arrived ? 'integrity.counted.why' : 'integrity.counted.nothing')}</p>
    </section>
  )
}
