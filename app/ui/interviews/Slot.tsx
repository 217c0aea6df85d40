import { useI18n } from '#app/i18n/react.tsx'
import { type Fact, Facts } from '../Facts.tsx'
import { zoneWords } from '../vacancy/words.ts'
import { Place } from './Place.tsx'

export interface SlotData {
  startsAt: string
  minutes: number
  zone: string
  place: string
}

/** When, how long, where, with whom. `also`: the reader's own zone, where it is another one. */
export function Slot({ slot, who, also }: { slot: SlotData; who?: Fact; also?: string }) {
  const speech = useI18n()
  const { t, formats } = speech
  const { startsAt, minutes, zone, place } = slot
  const when = (inZone: string) =>
    `${formats.weekday(startsAt, inZone)}, ${formats.dateTime(startsAt, inZone)}`
  const words = (inZone: string) =>
    t('interviews.current.yours', { time: when(inZone), zone: zoneWords(speech, inZone) })
  return (
    <Facts
      facts={[
        {
          name: t('interviews.current.when'),
          value: <time dateTime={startsAt}>{words(zone)}</time>,
          note: also && also !== zone ? words(also) : undefined,
        },
        { name: t('interviews.current.length'), value: t('interviews.minutes', { count: minutes }) },
        { name: t('interviews.current.where'), value: <Place place={place} /> },
        ...(who ? [who] : []),
      ]}
    />
  )
}
