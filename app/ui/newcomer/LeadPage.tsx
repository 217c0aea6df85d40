import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { MessageKey, Translate } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { PageHead } from '../StaffPage.tsx'

/** One act of a shift lead: what it does, its form, the way back. */
export function LeadPage(props: {
  id: string
  name: string
  heading: string
  lede: string
  children: ReactNode
}) {
  const { id, name, heading, lede, children } = props
  return (
    <>
      <PageHead crumb={<Link to={`/team/newcomers/${id}`}>{name}</Link>} title={heading} who={lede} />
      <div className="column">{children}</div>
    </>
  )
}

export function Cancel({ id }: { id: string }) {
  const { t } = useI18n()
  return (
    <LinkButton to={`/team/newcomers/${id}`} kind="plain">
      {t('ui.cancel')}
    </LinkButton>
  )
}

/** The sentence for each field that is wrong. */
export const issueWords = (t: Translate, issues: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(issues).map(([field, code]): [string, string] => [
      field,
      t(`domain.issues.${code}` as MessageKey),
    ]),
  )
