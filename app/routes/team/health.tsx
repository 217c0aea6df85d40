import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { Strip } from '#app/ui/Strip.tsx'
import { title } from '#app/ui/title.ts'

export const meta = title

/** What /readyz tells machines, in words, with what to do about everything that is not in order. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, appUrl, readiness } = await requireStaff(args, 'manage-staff')
  const { ready, checks } = await readiness()
  return {
    title: t('staff.healthPage.title'),
    address: `${appUrl}/readyz`,
    ready,
    checks: checks.map(({ name, ok, figure }) => ({
      name,
      ok,
      figure: Number.isFinite(figure) ? (figure ?? null) : null,
    })),
  }
}

export default function Health() {
  const { title: heading, address, ready, checks } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  return (
    <>
      <PageHead
        title={heading}
        who={ready ? t('staff.healthPage.ready') : <Lamp>{t('staff.healthPage.notReady')}</Lamp>}
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
                const share = figure === null ? '' : formats.percent(figure)
                const waits = Math.round(figure ?? 0)
                return (
                  <tr key={name}>
                    <th scope="row">{t(`staff.healthPage.${name}.name`)}</th>
                    <td>
                      <span className={ok ? 'status good' : 'status bad'}>
                        {ok ? t('staff.healthPage.good') : t('staff.healthPage.bad')}
                      </span>
                    </td>
                    <td>{ok ? good(name, share, waits) : t(`staff.healthPage.${name}.fix`, { share })}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Strip>
        <p className="label">{t('staff.healthPage.same', { address })}</p>
      </div>
    </>
  )

  function good(name: (typeof checks)[number]['name'], share: string, waits: number): string {
    if (name === 'outbox' && waits > 0) return t('staff.healthPage.outbox.goodWaits', { count: waits })
    return t(`staff.healthPage.${name}.good`, { share })
  }
}
