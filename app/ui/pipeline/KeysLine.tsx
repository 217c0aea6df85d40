import { useI18n } from '#app/i18n/react.tsx'

/** The keys of the list. They work while the focus is in it. */
export function KeysLine({ board }: { board?: boolean }) {
  const { t } = useI18n()
  return (
    <p className="keys no-print">
      {t('pipeline.list.keysHint')}
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t('pipeline.list.keys.walk')}
      </span>
      {!board && (
        <span>
          <kbd>X</kbd> {t('pipeline.list.keys.pick')}
        </span>
      )}
      <span>
        <kbd>M</kbd> {t('pipeline.list.keys.move')}
      </span>
      <span>
        <kbd>Z</kbd> {t('pipeline.list.keys.undo')}
      </span>
    </p>
  )
}
