import type { Translate } from '#app/i18n/keys.ts'

/** The errors of a form as its summary says them: with the field's own name, where there is one. */
export const namedErrors = (
  t: Translate,
  errors: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([name, text]) => {
      const field = labels[name]
      return [name, field ? t('ui.checkField', { field, text }) : text]
    }),
  )
