import { Form } from '@remix-run/react'
import type { Failure, JobKind } from '#app/domain/failed-job.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Strip } from '../Strip.tsx'

interface FailedJob {
  id: string
  kind: JobKind | 'other'
  failedAt: string
  failure: Failure
  mail: { id: string; toName: string; subject: string } | null
}

/** What was tried eight times and given up, so that it lies in front of a person, with the way to try it once more. */
export function FailedJobs({ jobs, count }: { jobs: readonly FailedJob[]; count: number }) {
  const { t, formats } = useI18n()
  return (
    <section className="stack tight">
      <div className="split">
        <h2>{t('staff.failedJobs.title')}</h2>
        <Form method="post">
          <Button dense>{t('staff.failedJobs.all')}</Button>
        </Form>
      </div>
      <p>{t('staff.failedJobs.text', { count })}</p>
      <Strip name={t('staff.failedJobs.title')} narrow>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('staff.failedJobs.what')}</th>
              <th scope="col">{t('staff.failedJobs.when')}</th>
              <th scope="col">{t('staff.failedJobs.why')}</th>
              <th scope="col">{t('staff.failedJobs.act')}</th>
            </tr>
          </thead>
          <tbody>
            {jobs.map(({ id, kind, failedAt, failure, mail }) => (
              <tr key={id}>
                <th scope="row">
                  {t(`staff.failedJobs.kinds.${kind}`)}
                  {mail && (
                    <p className="label">
                      <a href={`/dev/mail/${mail.id}`}>{mail.subject}</a>, {mail.toName}
                    </p>
                  )}
                </th>
                <td className="num nowrap">{formats.dateTime(failedAt, 'UTC')} UTC</td>
                <td>
                  {t(`staff.failedJobs.failures.${failure}`)}
                  <p className="label num">{t('staff.failedJobs.log', { id })}</p>
                </td>
                <td className="nowrap">
                  <Form method="post">
                    <input type="hidden" name="job" value={id} />
                    <Button kind="plain" dense>
                      {t('staff.failedJobs.again')}
                    </Button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Strip>
      {count > jobs.length && (
        <p className="label">{t('staff.failedJobs.more', { count: count - jobs.length })}</p>
      )}
    </section>
  )
}
