import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { Strip } from '../Strip.tsx'

export interface ConflictView {
  /** The revision to save over, knowingly. */
  rev: number
  who: { name: string; time: string } | null
  rows: { field: string; label: string; theirs: string; yours: string }[]
}

/** Somebody else saved meanwhile: what they have, what is in this form, and the two ways on. */
export function Conflict({ conflict, path }: { conflict: ConflictView; path: string }) {
  const { t } = useI18n()
  const { who, rows } = conflict
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (conflict) box.current?.focus()
  }, [conflict])
  return (
    <section
      className="summary conflict"
      role="alert"
      aria-labelledby="conflict-title"
      tabIndex={-1}
      ref={box}
    >
      <h2 id="conflict-title">{t('vacancies.conflict.title')}</h2>
      {who && <p>{t('vacancies.conflict.who', who)}</p>}
      <p>{rows.length === 0 ? t('vacancies.conflict.same') : t('vacancies.conflict.text')}</p>
      {rows.length > 0 && (
        <Strip name={t('vacancies.conflict.title')} narrow>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('vacancies.conflict.field')}</th>
                <th scope="col">{t('vacancies.conflict.theirs')}</th>
                <th scope="col">{t('vacancies.conflict.yours')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ field, label, theirs, yours }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  <td className="typed read">{theirs || t('vacancies.conflict.empty')}</td>
                  <td className="typed read">{yours || t('vacancies.conflict.empty')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Strip>
      )}
      <p>
        <Link to={path} reloadDocument>
          {t('vacancies.conflict.load')}
        </Link>
      </p>
    </section>
  )
}
