import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { PlanStepView, PlanView } from '#app/domain/newcomer-plan.ts'
import { planSections, type StepKey } from '#app/domain/onboarding.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { Lamp } from '../Lamp.tsx'

interface PlanProps {
  plan: PlanView
  /** The newcomer's own page, where steps lead somewhere and are ticked; elsewhere the list is only read. */
  own?: boolean
  /** Stands where the gate stands: between what is open and what is not. */
  gate?: ReactNode
}

const paths: Partial<Record<StepKey, string>> = {
  agreement: '/start/agreement',
  'rules-quiz': '/start/quiz',
  handbook: '/start/handbook',
  practice: '/start/practice',
}

/** Today, this week, later: who does what, by when, and what is done. A finished plan looks the same, all ticked. */
export function Plan({ plan, own, gate }: PlanProps) {
  const { t, formats } = useI18n()
  const within = { today: plan.day === 1, week: plan.day >= 1 && plan.day <= 7, later: true }
  return planSections.map((section) => {
    const steps = plan.steps.filter((step) => step.section === section)
    const done = steps.filter(({ state }) => state === 'done').length
    const gated = section === 'today' && gate
    const behind = gated ? steps.filter(({ key }) => key === 'handbook') : []
    return (
      <section key={section} className="plan-section">
        <h2>
          {t(`newcomers.${within[section] ? 'sections' : 'sectionsPast'}.${section}`)}{' '}
          <span className="label">
            {section === 'today' && (
              <>
                {t('newcomers.weekdayDay', {
                  weekday: formats.weekday(plan.startsOn),
                  day: formats.day(plan.startsOn),
                })}
                {' · '}
              </>
            )}
            {t('newcomers.progress', { done, total: steps.length })}
          </span>
        </h2>
        <ul className="plan">
          {steps
            .filter((step) => !behind.includes(step))
            .map((step) => (
              <Step key={step.key} step={step} plan={plan} own={own} />
            ))}
        </ul>
        {gated}
        {behind.length > 0 && (
          <ul className="plan">
            {behind.map((step) => (
              <Step key={step.key} step={step} plan={plan} own={own} />
            ))}
          </ul>
        )}
      </section>
    )
  })
}

function Step({ step, plan, own }: { step: PlanStepView; plan: PlanView; own?: boolean }) {
  const { t } = useI18n()
  const { key, state } = step
  const name = t(`newcomers.steps.${key}`)
  const path = own && state !== 'waiting' ? paths[key] : undefined
  const byHand = own && key === 'handbook' && state !== 'waiting'
  return (
    <li id={key} className={state}>
      {byHand ? <TickForm name={name} done={state === 'done'} /> : <TickMark state={state} />}
      <div>
        <span className="t">{path ? <Link to={path}>{name}</Link> : name}</span>
        <span className="m">
          <StepFacts step={step} plan={plan} own={own} />
        </span>
      </div>
    </li>
  )
}

const stateWords = { done: 'isDone', open: 'isOpen', waiting: 'isWaiting' } as const

/** A step that is done by doing it: the box says how it stands and cannot be pressed. */
function TickMark({ state }: { state: PlanStepView['state'] }) {
  const { t } = useI18n()
  return (
    <span className="tickbox">
      <span className={classes('box', state === 'done' && 'on')} aria-hidden="true" />
      <span className="vh">{t(`newcomers.step.${stateWords[state]}`)}. </span>
    </span>
  )
}

/** Ticked by hand, at once and back again. */
export function TickForm({ name, done }: { name: string; done: boolean }) {
  const { t } = useI18n()
  return (
    <Form method="post" action="/start/steps/handbook" preventScrollReset>
      <input type="hidden" name="done" value={done ? 'no' : 'yes'} />
      <button className="tickbox" type="submit">
        <span className={classes('box', done && 'on')} aria-hidden="true" />
        <span className="vh">
          {t(done ? 'newcomers.step.undo' : 'newcomers.step.markDone', { step: name })}
        </span>
      </button>
    </Form>
  )
}

/** Under a step's name: whose it is, by when, what stands in the way; done, who and when. */
function StepFacts({ step, plan, own }: { step: PlanStepView; plan: PlanView; own?: boolean }) {
  const { t, formats } = useI18n()
  const { key, state, dueOn, late } = step
  const owner =
    step.owner === 'lead'
      ? (plan.lead?.name ?? t('shared.roles.lead'))
      : own
        ? t('newcomers.step.you')
        : plan.name
  const facts: ReactNode[] = []
  if (state === 'done') {
    const at = step.doneAt
    if (at) {
      const when = { day: formats.day(at, plan.zone), time: formats.time(at, plan.zone) }
      facts.push(
        step.doneBy && step.owner === 'lead'
          ? t('newcomers.step.doneBy', { ...when, name: step.doneBy })
          : t('newcomers.step.done', when),
      )
    }
    if (key === 'agreement') facts.push(t('newcomers.step.version', { version: plan.gate.version }))
  } else {
    if (state === 'waiting' && key !== 'agreement') facts.push(t(`newcomers.step.after.${key}`))
    if (state !== 'waiting' || !own || step.owner === 'lead') facts.push(owner)
    const due = { day: formats.day(dueOn), weekday: formats.weekday(dueOn) }
    if (late) facts.push(<Lamp key="late">{t('newcomers.step.late', due)}</Lamp>)
    else facts.push(dueOn === plan.today ? t('newcomers.step.dueToday') : t('newcomers.step.due', due))
  }
  if (key === 'handbook' && plan.articles.opened > 0) facts.push(t('newcomers.step.articles', plan.articles))
  if (key === 'practice' && (plan.practice === 'writing' || plan.practice === 'levels') && state !== 'done')
    facts.push(t(`newcomers.step.${plan.practice}`))
  if (key === 'practice' && own && state !== 'waiting') facts.push(t('newcomers.step.private'))
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : ['\u00a0· ', fact]))
}
