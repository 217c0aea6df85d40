import { Form, Link } from '@remix-run/react'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FileField, RadioRow, Select } from '../Field.tsx'
import { PageHead } from '../StaffPage.tsx'

interface BringPageProps {
  title: string
  id: string
  locale: Locale
  languages: { code: Locale; name: string }[]
  teams: { id: string; name: string }[]
  issue: 'no-file' | 'too-big' | 'not-a-page' | 'too-much' | 'too-little' | null
}

/** The file and the language of the task; everything else is said with the page in view. */
export function BringPage({ title, id, locale, languages, teams, issue }: BringPageProps) {
  const { t } = useI18n()
  const error = issue ? t(`scenarios.ownPage.issues.${issue}`) : undefined
  return (
    <>
      <PageHead title={title} crumb={<Link to="/team/scenarios">{t('scenarios.ownPage.back')}</Link>} />
      <ErrorSummary errors={error ? { file: error } : null} />
      <Form method="post" encType="multipart/form-data" className="stack wide column">
        <p className="quiet">{t('scenarios.ownPage.lede')}</p>
        <p className="quiet">{t('scenarios.ownPage.unpaid')}</p>
        <input type="hidden" name="id" value={id} />
        <FileField
          name="file"
          label={t('scenarios.ownPage.file')}
          hint={t('scenarios.ownPage.fileHint')}
          accept=".html,.htm,.xhtml,text/html"
          error={error}
        />
        <RadioRow
          name="writtenIn"
          label={t('scenarios.ownPage.writtenIn')}
          hint={t('scenarios.ownPage.writtenInHint')}
          value={locale}
          across
          options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {teams.length === 1 ? (
          <input type="hidden" name="team" value={teams[0]?.id} />
        ) : (
          <Select
            name="team"
            label={t('scenarios.ownPage.team')}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
          />
        )}
        <Button kind="primary">{t('scenarios.ownPage.bring')}</Button>
      </Form>
    </>
  )
}
