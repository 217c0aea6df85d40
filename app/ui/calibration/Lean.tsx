import { useI18n } from '#app/i18n/react.tsx'

/** How far somebody leans on average, and to which side. */
export function Lean({ bias }: { bias: number }) {
  const { t, formats } = useI18n()
  const value = formats.number(Math.abs(bias), 2)
  if (Math.abs(bias) < 0.005) return <>{t('calibration.result.even')}</>
  return <>{t(bias < 0 ? 'calibration.result.stricter' : 'calibration.result.milder', { value })}</>
}
