import type { GateNext, GateView } from '#app/domain/newcomer-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'

/** The bar across the list: a piece for each clause, half open when it is read, open when its question is answered. */
export function GateBar({ gate }: { gate: GateView }) {
  const { t } = useI18n()
  const reading = gate.next?.kind === 'clause'
  const here = gate.bar.find(({ state }) => (reading ? state === 'shut' : state !== 'open'))
  return (
    <ol
      className="bar"
      aria-label={t('newcomers.gate.bar', { total: gate.bar.length, read: gate.read, right: gate.right })}
    >
      {gate.bar.map(({ clause, state }, index) => (
        <li
          key={clause}
          className={state === 'read' ? 'half' : state}
          aria-current={clause === here?.clause ? 'step' : undefined}
        >
          {index + 1}
          <span className="vh">, {t(`newcomers.gate.states.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Where the gate leads next. */
export const gatePath = (next: GateNext | null) =>
  next === null ? '/start' : next.kind === 'questions' ? '/start/quiz' : '/start/agreement'

export function GateButton({ gate, clauseTitle }: { gate: GateView; clauseTitle: string }) {
  const { t } = useI18n()
  const { next } = gate
  if (!next) return null
  const words =
    next.kind === 'clause'
      ? t('newcomers.gate.clause', { place: next.place, title: clauseTitle })
      : next.kind === 'sign'
        ? t('newcomers.gate.sign')
        : t('newcomers.gate.questions', { count: next.left })
  return (
    <LinkButton to={gatePath(next)} kind="primary" block>
      {words}
    </LinkButton>
  )
}

/** The confidentiality gate, in the way of everything below it. */
export function Gate({ gate, clauseTitle }: { gate: GateView; clauseTitle: string }) {
  const { t } = useI18n()
  const facts = [
    t('newcomers.gate.left', { count: gate.minutes }),
    t('newcomers.step.version', { version: gate.version }),
    ...(gate.signed ? [] : [t('newcomers.gate.typed')]),
  ]
  return (
    <div className="gate">
      <GateBar gate={gate} />
      <div className="in">
        <h3>{t('newcomers.gate.title')}</h3>
        <p>{t('newcomers.gate.text')}</p>
        <GateButton gate={gate} clauseTitle={clauseTitle} />
        <p className="label">{facts.join('\u00a0· ')}</p>
      </div>
    </div>
  )
}
