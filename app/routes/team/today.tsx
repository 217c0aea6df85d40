import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/server/guard.ts'
import { title } from '#app/ui/title.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await requireStaff(args)
  return { title: t('shared.nav.today') }
}

export default function Today() {
  const { title } = useLoaderData<typeof loader>()
  return (
    <div className="page-head">
      <h1>{title}</h1>
    </div>
  )
}
