import { Form } from '@remix-run/react'
import { type DecisionKind, decisionReasons } from '#app/domain/decision.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { MessageKey } from '#app/i18n/keys.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { RadioRow, Select, Textarea } from '../Field.tsx'
import { namedErrors } from '../named-errors.ts'

interface DecisionFormProps {
  id: string
  kinds: readonly DecisionKind[]
  /** What the decider has before them; sent along, so that nothing new is overlooked. */
  seenKey: string
  /** Criteria whose whole band lies below its line. */
  below: readonly Dimension[]
  tested: boolean
  /** An offer is decided and waits to be made: deciding otherwise is not the next step. */
  standsDecided: boolean
  candidateLocale: Locale
  typed?: Readonly<Record<string, string>>
  issues?: Readonly<Record<string, string>>
  refused?: string
}

/** What, why, in whose words. A human act: nothing is filled in beforehand. */
export function DecisionForm(props: DecisionFormProps) {
  const { id, kinds, seenKey, below, tested, standsDecided, candidateLocale } = props
  const { typed = {}, issues = {}, refused } = props
  const { t, formats } = useI18n()
  const errors = Object.fromEntries(
    Object.entries(issues).map(([name, code]) => [name, t(`decisions.issues.${code}` as MessageKey)]),
  )
  const labels = {
    kind: t('decisions.page.kind'),
    reasonCode: t('decisions.page.reasonCode'),
    reason: t('decisions.page.reason'),
    attentionComment: t('decisions.page.attention'),
    wentWell: t('decisions.page.wentWell'),
    toWorkOn: t('decisions.page.toWorkOn'),
  }
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], error: errors[name] })
  const language = formats.language(candidateLocale)
  const reasons = [...new Set(kinds.flatMap((kind) => decisionReasons[kind]))]
  return (
    <Form method="post" action={`/team/applications/${id}/decide`} className="stack" noValidate>
      {refused && (
        <p role="alert" className="strong">
          {t(`decisions.refusals.${refused}` as MessageKey)}
        </p>
      )}
      <ErrorSummary errors={namedErrors(t, errors, labels)} />
      <input type="hidden" name="seen" value={seenKey} />
      <RadioRow
        {...field('kind')}
        value={typed.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`decisions.kinds.${kind}`),
          hint: t(`decisions.kindHints.${kind}`),
        }))}
      />
      <Select
        {...field('reasonCode')}
        empty={t('decisions.page.chooseReason')}
        defaultValue={typed.reasonCode ?? ''}
        options={reasons.map((code) => ({ value: code, label: t(`decisions.reasons.${code}`) }))}
      />
      <Textarea
        {...field('reason')}
        hint={t('decisions.page.reasonHint')}
        defaultValue={typed.reason}
        maxLength={4000}
      />
      {below.length > 0 && (
        <Textarea
          {...field('attentionComment')}
          hint={t('decisions.page.attentionHint', {
            list: formats.list(below.map((dimension) => t(`domain.dimensions.${dimension}.name`))),
          })}
          defaultValue={typed.attentionComment}
          maxLength={4000}
        />
      )}
      {kinds.includes('reject') && (
        <fieldset className="feedback">
          <legend>{t('decisions.page.feedback')}</legend>
          {tested ? (
            <>
              <p className="hint">{t('decisions.page.feedbackHint', { language })}</p>
              {(['wentWell', 'toWorkOn'] as const).map((name) => (
                <Textarea
                  key={name}
                  {...field(name)}
                  defaultValue={typed[name]}
                  maxLength={4000}
                  lang={candidateLocale}
                />
              ))}
            </>
          ) : (
            <p className="hint">{t('decisions.page.feedbackEarly')}</p>
          )}
        </fieldset>
      )}
      <div className="row">
        <Button kind={standsDecided ? undefined : 'primary'}>{t('decisions.page.act')}</Button>
      </div>
    </Form>
  )
}
