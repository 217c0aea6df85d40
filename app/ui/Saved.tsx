import { useEffect, useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'

export type SaveState = 'idle' | 'saved' | 'saving' | 'offline' | 'unsaved'

/**
 * The autosave's state: a word, a time, and a line that is whole, moving or broken. `time` is already formatted.
 * Spoken only when something is wrong and when it is right again, not at every save.
 */
export function Saved({ state, time = '' }: { state: SaveState; time?: string }) {
  const { t } = useI18n()
  const troubled = state === 'offline' || state === 'unsaved'
  const [spoken, speak] = useState('')
  const words = state === 'saved' || state === 'idle' ? t('ui.saved', { time }) : t(`ui.${state}`)
  useEffect(() => {
    if (troubled) speak(words)
    else if (state === 'saved') speak((before) => (before ? words : ''))
  }, [troubled, state, words])
  return (
    <>
      <span className={`saved ${state}`} aria-hidden={state === 'idle' ? true : undefined}>
        <i aria-hidden="true" />
        {words}
      </span>
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  )
}
