import { offeredZones } from '#app/domain/offered.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** Whose clock a time is told by, as words that follow it. */
export function zoneWords(t: Translate, zone: string): string {
  const offered = offeredZones.find((one) => one === zone)
  return offered ? t(`domain.zones.${offered}`) : t('domain.zoneOther', { zone })
}
