import { useI18n } from '#app/i18n/react.tsx'
import { Dialog } from '../Dialog.tsx'
import { deskKeys, keyCaps } from './keys.ts'

interface KeyMapProps {
  open: boolean
  on: boolean
  onClose: () => void
  onSwitch: (on: boolean) => void
}

/** All keys of the desk. They can be switched off, for those who speak to their computer (WCAG 2.1.4). */
export function KeyMap({ open, on, onClose, onSwitch }: KeyMapProps) {
  const { t } = useI18n()
  return (
    <Dialog title={t('grading.keys.title')} open={open} onClose={onClose}>
      <dl className="key-map">
        {deskKeys.map((key) => (
          <div key={key}>
            <dt>
              {keyCaps[key].map((cap, index) => (
                <span key={cap}>
                  {index > 0 && (key === 'level' ? '–' : ' ')}
                  <kbd>{cap}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(`grading.keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('grading.keys.escape')}</p>
      <label className="tick">
        <input
          type="checkbox"
          className="check"
          checked={on}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        <span>{t('grading.keys.on')}</span>
      </label>
    </Dialog>
  )
}
