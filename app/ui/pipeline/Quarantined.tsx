import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import type { Suspicion } from '#app/domain/spam.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

export interface QuarantinedView {
  id: string
  name: string
  email: string
  locale: Locale
  why: string
  at: string
  zone: string
  suspected: Suspicion | null
  /** Its removal was asked for and can still be taken back. */
  removing: boolean
  vacancy: { title: string; lang: Locale }
}

/** One application that looks like spam: by what, what is in it, and the two ways out. */
export function Quarantined({ row }: { row: QuarantinedView }) {
  const { t, formats } = useI18n()
  return (
    <li>
      <div>
        <p>
          <bdi className="strong">{row.name}</bdi> <bdi className="quiet">{row.email}</bdi>
        </p>
        <p>{t(`pipeline.quarantine.suspected.${row.suspected ?? 'unknown'}`)}</p>
        <p className="label">
          <time dateTime={row.at}>{formats.dateTime(row.at, row.zone)}</time> ·{' '}
          <span lang={row.vacancy.lang}>{row.vacancy.title}</span>
        </p>
        <details>
          <summary>{t('pipeline.quarantine.written')}</summary>
          <p className="read typed" lang={row.locale}>
            <bdi>{row.why}</bdi>
          </p>
        </details>
      </div>
      <Form method="post" className="row">
        <input type="hidden" name="id" value={row.id} />
        {row.removing ? (
          <>
            <span className="label">{t('pipeline.quarantine.removing')}</span>
            <Button name="act" value="undo">
              {t('ui.undo')}
            </Button>
          </>
        ) : (
          <>
            <Button name="act" value="restore">
              {t('pipeline.quarantine.restore')}
            </Button>
            <Button kind="plain" name="act" value="remove">
              {t('pipeline.quarantine.remove')}
            </Button>
          </>
        )}
      </Form>
    </li>
  )
}
