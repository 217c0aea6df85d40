import { Form, Link, useSearchParams, useSubmit } from '@remix-run/react'
import { locales } from '#app/domain/locale.ts'
import { activeStages, closedStages } from '#app/domain/pipeline.ts'
import { type Filter, searchLimit } from '#app/domain/pipeline-list.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { useListLink } from './links.ts'

/** What the list is narrowed to: a plain form, which sends itself when something is chosen. */
export function Filters({ filter, keep }: { filter: Filter; keep: readonly string[] }) {
  const { t, formats } = useI18n()
  const [search] = useSearchParams()
  const submit = useSubmit()
  const link = useListLink()
  const narrowed = filter.stage ?? filter.locale ?? filter.text
  return (
    <Form
      className="filters dense"
      role="search"
      preventScrollReset
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement)
          submit(event.currentTarget, { preventScrollReset: true })
      }}
    >
      {keep.map((name) => {
        const value = search.get(name)
        return value && <input key={name} type="hidden" name={name} value={value} />
      })}
      <label>
        <span className="vh">{t('pipeline.list.language')}</span>
        <select className="input" name="lang" defaultValue={filter.locale ?? ''} key={filter.locale ?? ''}>
          <option value="">{t('pipeline.list.anyLanguage')}</option>
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {formats.language(locale)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="vh">{t('pipeline.list.stage')}</span>
        <select
          className="input"
          name="stage"
          defaultValue={filter.stage ?? ''}
          key={`s ${filter.stage ?? ''}`}
        >
          <option value="">{t('pipeline.list.anyStage')}</option>
          {activeStages.map((stage) => (
            <option key={stage} value={stage}>
              {t(`ui.stage.${stage}`)}
            </option>
          ))}
          <optgroup label={t('pipeline.list.anyClosed')}>
            <option value="closed">{t('pipeline.list.anyClosed')}</option>
            {closedStages.map((stage) => (
              <option key={stage} value={stage}>
                {t(`ui.stage.${stage}`)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label className="find">
        <span className="vh">{t('pipeline.list.find')}</span>
        <input
          className="input"
          type="search"
          name="q"
          maxLength={searchLimit}
          placeholder={t('pipeline.list.find')}
          defaultValue={filter.text ?? ''}
          key={`q ${filter.text ?? ''}`}
        />
      </label>
      <Button>{t('pipeline.list.search')}</Button>
      {narrowed && (
        <Link className="btn plain" to={link({ stage: undefined, lang: undefined, q: undefined })}>
          {t('pipeline.list.clear')}
        </Link>
      )}
    </Form>
  )
}
