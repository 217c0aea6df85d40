import { useI18n } from '#app/i18n/react.tsx'
import type { Reader } from '#db/pipeline.ts'
import { Strip } from '../Strip.tsx'

/** One colleague as the browser may know them. */
export interface ReaderView {
  id: string
  name: string
  named: string | null
  files: { name: string | null; first: string; times: number }[]
  grades: string | null
  graded: { scenario: string; openedAt: string | null; lockedAt: string | null }[]
  waiting: number
}

export const readerView = ({ userId, name, named, files, grades, graded, waiting }: Reader): ReaderView => ({
  id: userId,
  name,
  named: named?.toISOString() ?? null,
  files: files.map(({ name: file, first, times }) => ({ name: file, first: first.toISOString(), times })),
  grades: grades?.toISOString() ?? null,
  graded: graded.map(({ scenario, openedAt, lockedAt }) => ({
    scenario,
    openedAt: openedAt?.toISOString() ?? null,
    lockedAt: lockedAt?.toISOString() ?? null,
  })),
  waiting,
})

/** Who saw what of one person, and when: a line for each colleague. */
export function Readers({ readers, zone }: { readers: readonly ReaderView[]; zone: string }) {
  const { t } = useI18n()
  return (
    <section className="first">
      <h2>{t('pipeline.readers.title')}</h2>
      {readers.length === 0 ? (
        <p className="quiet">{t('pipeline.readers.nobody')}</p>
      ) : (
        <Strip name={t('pipeline.readers.title')} narrow>
          <table className="table readers">
            <thead>
              <tr>
                <th scope="col">{t('pipeline.readers.person')}</th>
                <th scope="col">{t('pipeline.readers.named')}</th>
                <th scope="col">{t('pipeline.readers.files')}</th>
                <th scope="col">{t('pipeline.readers.grades')}</th>
                <th scope="col">{t('pipeline.readers.graded')}</th>
              </tr>
            </thead>
            <tbody>
              {readers.map((reader) => (
                <Line key={reader.id} reader={reader} zone={zone} />
              ))}
            </tbody>
          </table>
        </Strip>
      )}
      {readers.some(({ waiting }) => waiting > 0) && (
        <p className="label column">{t('pipeline.readers.note')}</p>
      )}
    </section>
  )
}

function Line({ reader, zone }: { reader: ReaderView; zone: string }) {
  const { t } = useI18n()
  const { name, named, files, grades, graded, waiting } = reader
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('pipeline.readers.named')}>{named && <At at={named} zone={zone} />}</td>
      <td data-label={t('pipeline.readers.files')}>
        {files.map(({ name: file, first, times }) => (
          <p key={first}>
            <bdi>{file ?? t('pipeline.readers.file')}</bdi>{' '}
            <span className="label">
              <At at={first} zone={zone} />
              {times > 1 && <> · {t('pipeline.readers.times', { count: times })}</>}
            </span>
          </p>
        ))}
      </td>
      <td data-label={t('pipeline.readers.grades')}>{grades && <At at={grades} zone={zone} />}</td>
      <td data-label={t('pipeline.readers.graded')}>
        {graded.map((answer) => (
          <p key={answer.scenario}>
            {answer.scenario}{' '}
            <span className="label">
              <Spent {...answer} zone={zone} />
            </span>
          </p>
        ))}
        {waiting > 0 && <p className="quiet">{t('pipeline.readers.waiting', { count: waiting })}</p>}
      </td>
    </tr>
  )
}

function Spent({ openedAt, lockedAt, zone }: ReaderView['graded'][number] & { zone: string }) {
  const { t, formats } = useI18n()
  if (!lockedAt) return null
  const locked = formats.dateTime(lockedAt, zone)
  return openedAt
    ? t('pipeline.readers.openedAndLocked', { opened: formats.dateTime(openedAt, zone), locked })
    : t('pipeline.readers.locked', { locked })
}

function At({ at, zone }: { at: string; zone: string }) {
  const { formats } = useI18n()
  return <time dateTime={at}>{formats.dateTime(at, zone)}</time>
}
