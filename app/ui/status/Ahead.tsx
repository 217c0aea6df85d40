import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import type { Ahead as WhatIsAhead } from '#db/status.ts'
import { Button, LinkButton } from '../Button.tsx'
import { Booked } from './Booked.tsx'

interface AheadProps {
  ahead: WhatIsAhead
  zone: string
  contact: { name: string; email: string }
  /** References were asked for and can still be named. */
  naming: boolean
  /** The day by which the answer was promised when the vacancy was published, while it is not over. */
  answerBy: string | null
  /** When the next word is due, and whether that is over. */
  due: { at: Date; over: boolean }
}

/** What stands before the candidate: what is so, what happens next and by when, and the one thing to do. */
export function Ahead(props: AheadProps) {
  const { ahead, zone, contact, answerBy } = props
  const { t, formats } = useI18n()
  const moment = (at: Date) => formats.dateTime(at, zone)
  const day = (at: Date | string) => formats.date(at, zone)
  switch (ahead.at) {
    case 'reading':
    case 'grading':
    case 'graded':
      return (
        <Part title={t(`status.${ahead.at}.title`)} text={t(`status.${ahead.at}.text`)}>
          <NextWord {...props} />
        </Part>
      )
    case 'assignment':
      if (ahead.state === 'over')
        return (
          <Part title={t('status.assignment.over.title')} text={t('status.assignment.over.text', contact)} />
        )
      return (
        <Part
          title={t(`status.assignment.${ahead.state}.title`)}
          text={
            ahead.until === null
              ? t('status.assignment.started.free')
              : t(`status.assignment.${ahead.state}.text`, { until: moment(ahead.until) })
          }
        >
          <Act to="/a/assignment">{t(`status.assignment.${ahead.state}.act`)}</Act>
        </Part>
      )
    case 'references':
      return (
        <Part title={t('status.references.title')} text={t('status.references.text')}>
          <Act to="/a/references">{t('status.references.act')}</Act>
          <NextWord {...props} />
        </Part>
      )
    case 'interview':
      return ahead.interview ? (
        <>
          <Booked interview={ahead.interview} />
          <Naming {...props} />
        </>
      ) : (
        <Part title={t('status.interview.waiting.title')} text={t('status.interview.waiting.text')}>
          <NextWord {...props} />
          <Naming {...props} />
        </Part>
      )
    case 'decision':
      return (
        <Part title={t('status.decision.title')} text={t('status.decision.text')}>
          {answerBy ? <p>{t('status.decision.by', { date: day(answerBy) })}</p> : <NextWord {...props} />}
          <Naming {...props} />
        </Part>
      )
    case 'offer':
      return (
        <Part
          title={t('status.offer.title')}
          text={
            ahead.answerBy ? t('status.offer.text', { date: day(ahead.answerBy) }) : t('status.offer.open')
          }
        >
          <Act to="/a/offer">{t('status.offer.act')}</Act>
        </Part>
      )
    case 'hired':
      return (
        <Part
          title={t('status.hired.title')}
          text={
            ahead.startsOn ? t('status.hired.text', { date: day(ahead.startsOn) }) : t('status.hired.soon')
          }
        />
      )
    case 'rejected':
      return (
        <Part title={t('status.rejected.title')} text={t('status.rejected.text')}>
          {ahead.feedback !== '' && (
            <div className="feedback">
              <h2>{t('status.rejected.feedback')}</h2>
              <p className="read typed">{ahead.feedback}</p>
            </div>
          )}
        </Part>
      )
    case 'withdrawn':
      return (
        <Part
          title={t('status.withdrawn.title')}
          text={
            ahead.returnUntil
              ? t('status.withdrawn.text', { date: formats.day(ahead.returnUntil) })
              : t('status.withdrawn.over')
          }
        >
          {ahead.returnUntil && (
            <Form method="post" action="/a/return">
              <Button kind="primary">{t('status.withdrawn.act')}</Button>
            </Form>
          )}
        </Part>
      )
    case 'talent-pool':
      return <Part title={t('status.talent-pool.title')} text={t('status.talent-pool.text')} />
  }
}

function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="lede">{text}</p>
      {children}
    </>
  )
}

function Act({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p>
      <LinkButton kind="primary" to={to}>
        {children}
      </LinkButton>
    </p>
  )
}

/** Asked for references beside something else. */
function Naming({ naming }: AheadProps) {
  const { t } = useI18n()
  return naming ? (
    <p>
      {t('status.references.text')} <Link to="/a/references">{t('status.references.act')}</Link>
    </p>
  ) : null
}

/** By when the next word comes; late, it says so once and does not promise again. */
function NextWord({ due, zone, contact }: AheadProps) {
  const { t, formats } = useI18n()
  const date = formats.date(due.at, zone)
  return <p>{due.over ? t('status.late', { date, name: contact.name }) : t('status.by', { date })}</p>
}
