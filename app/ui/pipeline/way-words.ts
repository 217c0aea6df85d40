import type { WayOut } from '#app/domain/pipeline-ways.ts'
import type { Translate } from '#app/i18n/keys.ts'

/** The words on the button: where to, or the act that leads there. */
export function wayWords(t: Translate, { to, way }: Pick<WayOut, 'to' | 'way'>): string {
  if (way === 'offer' && to !== 'offer') return t('pipeline.acts.to.withdraw-offer')
  // One page for every decision, and what it will be is not said before it.
  if (way === 'decide' && to !== 'rejected') return t('pipeline.acts.to.decide')
  if (to === 'grading' || to === 'hired' || to === 'withdrawn') return t(`ui.stage.${to}`)
  return t(`pipeline.acts.to.${to}`)
}
