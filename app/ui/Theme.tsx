import { Form, useLocation } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { useHouse } from './house.ts'

const themes = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the device has it. The server sets it on the page itself, so nothing flashes. */
export function Theme() {
  const { t } = useI18n()
  const { pathname, search } = useLocation()
  const now = useHouse()?.theme ?? 'auto'
  return (
    <Form
      discover="none"
      method="post"
      action="/theme"
      className="langs"
      preventScrollReset
      replace
      aria-label={t('ui.theme.title')}
    >
      <input type="hidden" name="to" value={pathname + search} />
      {themes.map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-current={theme === now ? 'true' : undefined}
        >
          {t(`ui.theme.${theme}`)}
        </button>
      ))}
    </Form>
  )
}
