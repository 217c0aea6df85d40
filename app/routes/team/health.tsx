import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { failureOf, isJobKind } from '#app/domain/failed-job.ts'
import { isId } from '#app/domain/id.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, requireStaff } from '#app/server/guard.ts'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { FailedJobs } from '#app/ui/staff/FailedJobs.tsx'
import { title } from '#app/ui/title.ts'
import { failedCount, failedJobs, tryAgain } from '#db/failed-jobs.ts'

export const meta = title

/**
 * What /readyz tells machines, in words, with what to do about everything that is not in order; and what was given up,
 * which no machine is told: the process is none the worse for it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, t, appUrl, readiness } = await requireStaff(args, 'manage-staff')
  const { ready, checks } = await readiness()
  const count = checks.every(({ name, ok }) => name !== 'database' || ok) ? await failedCount(db, viewer) : 0
  const jobs = count > 0 ? await failedJobs(db, { viewer, host: new URL(appUrl).hostname }) : []
  return {
    title: t('staff.healthPage.title'),
    address: `${appUrl}/readyz`,
    ready,
    checks: checks.map(({ name, ok, figure }) => ({
      name,
      ok,
      figure: Number.isFinite(figure) ? (figure ?? null) : null,
    })),
    failed: {
      count,
      jobs: jobs.map(({ id, kind, failedAt, error, mail }) => ({
        id,
        kind: isJobKind(kind) ? kind : ('other' as const),
        failedAt: failedAt?.toISOString() ?? '',
        failure: failureOf({ kind, error }),
        mail,
      })),
    },
  }
}

/** Tries what was given up once more: the job named, or all of them. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, log } = await requireStaff(args, 'manage-staff')
  const form = await readForm(args.request)
  const named = form.text('job')
  const job = form.has('job') ? found(isId(named) ? named : null) : 'all'
  const again = found(await tryAgain(db, { viewer, job, now: now() }))
  log.info({ by: viewer.userId, job, jobs: again.jobs }, 'failed jobs are tried again')
  return redirect('/team/health', 303)
}

export default function Health() {
  const { title: heading, address, ready, checks, failed } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        who={
          ready && failed.count === 0 ? (
            t('staff.healthPage.ready')
          ) : (
            <Lamp>{t('staff.healthPage.notReady')}</Lamp>
          )
        }
      />
      <div className="stack">
        <Strip name={heading} narrow>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('staff.healthPage.check')}</th>
                <th scope="col">{t('staff.healthPage.state')}</th>
                <th scope="col">{t('staff.healthPage.fix')}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ name, ok, figure }) => {
                const fine = ok && (name !== 'outbox' || failed.count === 0)
                return (
                  <tr key={name}>
                    <th scope="row">{t(`staff.healthPage.${name}.name`)}</th>
                    <td>
                      <span className={fine ? 'status good' : 'status bad'}>
                        {fine ? t('staff.healthPage.good') : t('staff.healthPage.bad')}
                      </span>
                    </td>
                    <td>{said({ name, ok, fine, figure })}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Strip>
        <p className="label">{t('staff.healthPage.same', { address })}</p>
        {failed.count > 0 && <FailedJobs {...failed} />}
      </div>
    </>
  )

  function said({ name, ok, fine, figure }: (typeof checks)[number] & { fine: boolean }): string {
    const share = figure === null ? '' : formats.percent(figure)
    const waits = Math.round(figure ?? 0)
    if (!ok) return t(`staff.healthPage.${name}.fix`, { share })
    if (!fine) return t('staff.failedJobs.line', { count: failed.count })
    if (name === 'outbox' && waits > 0) return t('staff.healthPage.outbox.goodWaits', { count: waits })
    return t(`staff.healthPage.${name}.good`, { share })
  }
}
