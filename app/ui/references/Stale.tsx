import type { Behaviour } from '#app/domain/references.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { type Fact, Facts } from '../Facts.tsx'

const labels = {
  relation: 'references.panel.relation',
  role: 'references.form.role',
  months: 'references.form.months',
  closeness: 'references.panel.together',
  observed: 'references.form.observed',
  most: 'references.panel.most',
  least: 'references.panel.least',
  again: 'references.panel.again',
  text: 'references.form.text',
} as const satisfies Record<string, MessageKey>

/** Lists of answers, by field: their words are under the same name in the catalogue. */
const listed: Record<string, string> = {
  relation: 'relation',
  closeness: 'closeness',
  observed: 'observed',
  most: 'triad',
  least: 'triad',
  again: 'again',
}

/** The form was saved in another window meanwhile: what stands there, beside what was just typed. */
export function Stale(props: { draft: Readonly<Record<string, string>>; behaviours: readonly Behaviour[] }) {
  const { t } = useI18n()
  const { draft, behaviours } = props
  const facts: Fact[] = [
    ...Object.entries(labels).map(([name, label]) => ({ name: t(label), value: words(name) })),
    ...behaviours.map((code) => ({
      name: t(`references.behaviours.${code}`),
      value: rated(draft[`ratings.${code}`]),
    })),
  ].filter(({ value }) => value !== '')
  return (
    <section className="stale" role="alert">
      <p>{t('references.form.stale')}</p>
      <h2>{t('references.form.staleOther')}</h2>
      <Facts facts={facts} />
    </section>
  )

  function words(name: string): string {
    const value = draft[name] ?? ''
    const list = listed[name]
    return list && value !== '' ? t(`references.${list}.${value}` as MessageKey) : value
  }

  function rated(value = ''): string {
    if (value === 'not-observed') return t('references.form.notObserved')
    return value === '' ? '' : t('references.form.rating', { level: value })
  }
}
