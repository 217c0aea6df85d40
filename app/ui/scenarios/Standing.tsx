import type { Locale } from '#app/domain/locale.ts'
import { lacking } from '#app/domain/own-page.ts'
import type { PartView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import type { useOwnPage } from './useOwnPage.ts'

interface StandingProps {
  kept: ReturnType<typeof useOwnPage>
  parts: readonly PartView[]
  languages: { code: Locale; name: string }[]
  archived: boolean
}

const words = {
  saved: 'saved',
  unsaved: 'unsaved',
  saving: 'saving',
  failed: 'failed',
  'signed-out': 'signedOut',
  'not-yours': 'notYours',
} as const

/** Whether it is saved, what is still missing, and what to do where two people have written. */
export function Standing({ kept, parts, languages, archived }: StandingProps) {
  const { t } = useI18n()
  const { marks, state, stale, restored, contentRev, problems, save, drop } = kept
  const nameOf = (code: Locale) => languages.find((one) => one.code === code)?.name ?? code
  const missing = lacking(marks, { parts })
  if (archived) return null
  return (
    <section className="standing">
      <div className="row">
        <Button
          type="button"
          kind="primary"
          busy={state === 'saving' ? t('scenarios.ownPage.saving') : undefined}
          onClick={() => void save()}
        >
          {t('scenarios.ownPage.save')}
        </Button>
        <span className="label" role="status">
          {t(`scenarios.ownPage.${words[state]}`)}
        </span>
      </div>
      {restored && stale === null && <p className="notice">{t('scenarios.ownPage.found')}</p>}
      {(stale !== null || restored) && (
        <div className={stale === null ? undefined : 'notice'} role={stale === null ? undefined : 'alert'}>
          {stale !== null && <p>{t('scenarios.ownPage.stale')}</p>}
          <div className="row">
            {stale !== null && (
              <Button type="button" onClick={() => void save(stale)}>
                {t('scenarios.ownPage.mine')}
              </Button>
            )}
            <Button type="button" kind="plain" onClick={drop}>
              {t('scenarios.ownPage.theirs')}
            </Button>
          </div>
        </div>
      )}
      {missing.length === 0 && problems.length === 0 && (
        <p className="quiet">{t('scenarios.ownPage.complete')}</p>
      )}
      {missing.length > 0 && (
        <details>
          <summary>
            {t('scenarios.ownPage.lacking')} <span className="num label">{missing.length}</span>
          </summary>
          <ul className="dashes">
            {missing.map((one) => (
              <li key={`${one.code} ${'id' in one ? one.id : ''} ${'locale' in one ? one.locale : ''}`}>
                {t(`scenarios.ownPage.missing.${one.code}`, {
                  ...('id' in one && { id: one.id }),
                  ...('locale' in one && { language: nameOf(one.locale) }),
                })}
              </li>
            ))}
          </ul>
          {contentRev !== null && <p className="quiet">{t('scenarios.ownPage.earlier')}</p>}
        </details>
      )}
      {problems.length > 0 && (
        <div className="notice">
          <p>{t('scenarios.ownPage.problems')}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
