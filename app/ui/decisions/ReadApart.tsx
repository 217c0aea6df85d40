import { Link } from '@remix-run/react'
import type { Again, Relation } from '#app/domain/references.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Facts } from '../Facts.tsx'

export interface ApartData {
  id: string
  zone: string
  references: {
    received: number
    wanted: number
    list: { id: string; name: string; relation: Relation; again: Again }[]
  }
  interviews: { id: string; startsAt: string; zone: string; ahead: boolean }[]
  notes: { id: string; author: string; text: string }[]
}

/** References and interview: below a double line, since they never move a band. */
export function ReadApart({ apart }: { apart: ApartData }) {
  const { t, formats } = useI18n()
  const { id, references, interviews, notes } = apart
  const address = `/team/applications/${id}`
  return (
    <section className="apart">
      <h2>
        {t('decisions.page.apart')} <span className="label">{t('decisions.page.apartHint')}</span>
      </h2>
      <Facts
        facts={[
          {
            name: t('decisions.page.references'),
            value: (
              <>
                <p>
                  <Link to={`${address}/references`}>
                    {references.received === 0
                      ? t('decisions.page.referencesNone')
                      : t('decisions.page.referencesOf', {
                          received: references.received,
                          wanted: references.wanted,
                        })}
                  </Link>
                </p>
                {references.list.map((one) => (
                  <p key={one.id}>
                    {t('decisions.page.referenceLine', {
                      name: one.name,
                      relation: t(`references.relation.${one.relation}`),
                      again: t(`references.again.${one.again}`),
                    })}
                  </p>
                ))}
              </>
            ),
          },
          {
            name: t('decisions.page.interview'),
            value: (
              <>
                {interviews.length === 0 && (
                  <p>
                    <Link to={`${address}/interview`}>{t('decisions.page.interviewNone')}</Link>
                  </p>
                )}
                {interviews.map((one) => (
                  <p key={one.id}>
                    <Link to={`${address}/interview`}>
                      {one.ahead
                        ? t('decisions.page.interviewAhead', { day: formats.day(one.startsAt, one.zone) })
                        : formats.dateTime(one.startsAt, one.zone)}
                    </Link>
                  </p>
                ))}
                {interviews.length > 0 && notes.length === 0 && (
                  <p className="label">{t('decisions.page.noNotes')}</p>
                )}
                {notes.map((note) => (
                  <div key={note.id}>
                    <p className="label">{note.author}</p>
                    <p className="read typed">{note.text}</p>
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
