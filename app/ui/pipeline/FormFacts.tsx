import { dayRun } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Facts } from '../Facts.tsx'

export interface FormFactsProps {
  id: string
  zone: string
  locale: string
  appliedAt: string
  lastWordAt: string
  stageSince: string
  languages: { language: string; level: string }[]
  hours: { day: number; from: string; to: string }[]
  person: { email: string; files: { id: string; name: string; bytes: number }[] } | null
}
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** What the form said, as plain facts; how to reach the person and their file only beside the name. */
export function FormFacts(props: FormFactsProps) {
  const { id, zone, person, languages, hours } = props
  const { t, formats } = useI18n()
  const spoken = languages.map(({ language, level }) => {
    const name = formats.language(language)
    return level === 'native'
      ? t('pipeline.application.native', { language: name })
      : t('domain.languageLevel', { language: name, level })
  })
  const facts = [
    person && {
      name: t('pipeline.application.email'),
      value: <a href={`mailto:${person.email}`}>{person.email}</a>,
    },
    { name: t('pipeline.application.writes'), value: formats.language(props.locale) },
    spoken.length > 0 && { name: t('pipeline.application.speaks'), value: <Lines lines={spoken} /> },
    hours.length > 0 && { name: t('pipeline.application.hours'), value: <Lines lines={windows()} /> },
    person && { name: t('pipeline.application.files'), value: <Files id={id} files={person.files} /> },
    { name: t('pipeline.application.applied'), value: formats.date(props.appliedAt, zone) },
    { name: t('pipeline.application.inStage'), value: formats.date(props.stageSince, zone) },
    { name: t('pipeline.application.lastWord'), value: formats.dateTime(props.lastWordAt, zone) },
  ]
  return <Facts facts={facts.filter((fact) => !!fact)} />

  /** Days with the same hours stand together, a run of days as one. */
  function windows(): string[] {
    const spans = [...new Set(hours.map(({ from, to }) => `${from} ${to}`))]
    return spans.map((span) => {
      const [from = '', to = ''] = span.split(' ')
      const days = hours.filter((one) => one.from === from && one.to === to).map(({ day }) => day)
      const run = dayRun(days)
      const short = (day: number) => t(`domain.weekdays.${day as Weekday}.short`)
      const named = run ? `${short(run.from)}–${short(run.to)}` : formats.list(days.map(short))
      return t('pipeline.application.window', { days: named, from, to: to === '00:00' ? '24:00' : to })
    })
  }
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

function Files({ id, files }: { id: string; files: { id: string; name: string; bytes: number }[] }) {
  const { t, formats } = useI18n()
  if (files.length === 0) return <span className="quiet">{t('pipeline.application.noFile')}</span>
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/team/applications/${id}/files/${file.id}`} download>
            {t('pipeline.application.download', { name: file.name })}
          </a>{' '}
          <span className="label">
            {t('pipeline.application.kilobytes', {
              size: formats.number(Math.max(1, Math.round(file.bytes / 1024))),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
