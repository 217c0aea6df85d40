import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { type Act, canAnywhere } from '#app/domain/access.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { requireStaff } from '#app/server/guard.ts'
import { Failed } from '#app/ui/Failed.tsx'
import { failure } from '#app/ui/failure.ts'
import { StaffPage } from '#app/ui/StaffPage.tsx'
import sheet from '#app/ui/staff.css?url'
import { deskOf, overdueCount } from '#db/pipeline.ts'
import { together } from '#db/together.ts'

export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: sheet }]

/** The rail: each noun with the act that opens it. */
const nouns = [
  { key: 'today', to: '/team', act: undefined },
  { key: 'vacancies', to: '/team/vacancies', act: 'see-vacancies' },
  { key: 'people', to: '/team/people', act: 'see-applications' },
  { key: 'grading', to: '/team/grading', act: 'grade' },
  { key: 'scenarios', to: '/team/scenarios', act: 'see-scenarios' },
  { key: 'interviews', to: '/team/interviews', act: 'manage-interviews' },
  { key: 'newcomers', to: '/team/newcomers', act: 'see-newcomers' },
  { key: 'staff', to: '/team/staff', act: 'manage-staff' },
] as const satisfies readonly { key: string; to: string; act: Act | undefined }[]

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args)
  const [today, desk] = await together(db, () => [
    overdueCount(db, viewer, now()),
    canAnywhere(viewer, 'grade') ? deskOf(db, viewer, now()) : Promise.resolve({ open: 0 }),
  ])
  const waits = { today, grading: desk.open }
  const visible = nouns.filter(({ act }) => act === undefined || canAnywhere(viewer, act))
  return {
    viewer: { name: viewer.name, roles: [...new Set(viewer.memberships.map(({ role }) => role))] },
    nouns: visible.map(({ key, to }) => ({ key, to })),
    waits,
  }
}

export default function TeamLayout() {
  const { viewer, nouns, waits } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  return (
    <StaffPage
      me={{ name: viewer.name, role: formats.list(viewer.roles.map((role) => t(`shared.roles.${role}`))) }}
      nouns={nouns.map(({ key, to }) => ({
        to,
        name: t(`shared.nav.${key}`),
        end: to === '/team',
        count: key === 'today' || key === 'grading' ? waits[key] : undefined,
        lamp: key === 'today',
      }))}
    >
      <Outlet />
    </StaffPage>
  )
}

export function ErrorBoundary() {
  return <Failed {...failure(useRouteError())} />
}
