import { useFetcher } from '@remix-run/react'
import type { Dimension } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { ModerationData } from '#app/server/moderation-data.ts'
import { Button } from '../Button.tsx'
import { Select, Textarea } from '../Field.tsx'
import { refusalKey } from './refusals.ts'

interface Refused {
  refused?: string
}

/** A manager names who is to give the last word on one criterion. */
export function Asks({
  answer,
  dimension,
  needed,
}: {
  answer: ModerationData
  dimension: Dimension
  needed: boolean
}) {
  const { t } = useI18n()
  const fetcher = useFetcher<Refused>()
  const kinds = needed ? (['range', 'complaint', 'request'] as const) : (['complaint', 'request'] as const)
  if (answer.moderators.length === 0) return <p className="label">{t('agreement.moderation.nobodyFree')}</p>
  return (
    <details className="asks">
      <summary>{t('agreement.moderation.ask')}</summary>
      <fetcher.Form
        method="post"
        action={`/team/vacancies/${answer.vacancy.id}/disagreements/${answer.id}/ask`}
      >
        <Refusal code={fetcher.data?.refused} />
        <input type="hidden" name="dimension" value={dimension} />
        <Select
          id={`kind-${dimension}`}
          name="kind"
          label={t('agreement.moderation.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`agreement.list.reason.${kind}`) }))}
        />
        <Select
          id={`who-${dimension}`}
          name="moderator"
          label={t('agreement.moderation.who')}
          hint={t('agreement.moderation.whoHint')}
          options={answer.moderators.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Textarea
          id={`asked-${dimension}`}
          name="reason"
          label={t('agreement.moderation.askReason')}
          optional={needed}
          maxLength={4000}
        />
        <Button>{t('agreement.moderation.send')}</Button>
      </fetcher.Form>
    </details>
  )
}

/** A manager asks for one more grade of the whole answer. */
export function Again({ answer }: { answer: ModerationData }) {
  const { t } = useI18n()
  const fetcher = useFetcher<Refused>()
  return (
    <details className="asks">
      <summary>{t('agreement.moderation.again')}</summary>
      <fetcher.Form
        method="post"
        action={`/team/vacancies/${answer.vacancy.id}/disagreements/${answer.id}/again`}
      >
        <Refusal code={fetcher.data?.refused} />
        <p className="label">{t('agreement.moderation.againHint')}</p>
        <Select
          id="again-kind"
          name="kind"
          label={t('agreement.moderation.kind')}
          options={(['complaint', 'request'] as const).map((kind) => ({
            value: kind,
            label: t(`agreement.list.reason.${kind}`),
          }))}
        />
        <Button>{t('agreement.moderation.again')}</Button>
      </fetcher.Form>
    </details>
  )
}

function Refusal({ code }: { code?: string }) {
  const { t } = useI18n()
  if (!code) return null
  return (
    <p className="error" role="alert">
      {t(refusalKey(code))}
    </p>
  )
}
