import { Form } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

interface CandidateWordsProps {
  id: string
  /** The case is open, so that asking makes sense. */
  open: boolean
  aids: string | null
  lang: Locale
  asked: string | null
  statement: { text: string; at: string } | null
}

/** What the candidate said when handing in, and what they answer to the question. Dates are words already. */
export function CandidateWords({ id, open, aids, lang, asked, statement }: CandidateWordsProps) {
  const { t } = useI18n()
  return (
    <section className="first stack">
      <h2>{t('integrity.words.title')}</h2>
      <div>
        <p className="label">{t('integrity.words.aids')}</p>
        {aids ? (
          <p className="read typed">
            <bdi>{aids}</bdi>
          </p>
        ) : (
          <p className="quiet">{t('integrity.words.noAids')}</p>
        )}
      </div>
      {statement && (
        <div>
          <p className="label">{t('integrity.words.statement', { date: statement.at })}</p>
          <p className="read typed" lang={lang}>
            <bdi>{statement.text}</bdi>
          </p>
        </div>
      )}
      {asked && !statement && <p className="quiet">{t('integrity.words.waiting', { date: asked })}</p>}
      {open && !asked && (
        <Form method="post" action={`/team/integrity/${id}/ask`} className="stack">
          <p className="quiet">{t('integrity.words.askHint')}</p>
          <p>
            <Button>{t('integrity.words.ask')}</Button>
          </p>
        </Form>
      )}
    </section>
  )
}
