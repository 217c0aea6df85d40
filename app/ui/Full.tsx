import { useI18n } from '#app/i18n/react.tsx'

/** A field that takes no more says so: what is pasted beyond its limit is cut off by the browser without a word. */
export function Full({ text, limit }: { text: unknown; limit: number | undefined }) {
  const { t, formats } = useI18n()
  // A pair that does not fit is left out whole, so that a full field may be one short of its limit.
  if (typeof text !== 'string' || limit === undefined || text.length < limit - 1) return null
  return (
    <p className="error" role="alert">
      {t('ui.full', { limit: formats.number(limit) })}
    </p>
  )
}
