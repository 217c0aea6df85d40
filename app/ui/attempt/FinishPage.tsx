import { Form, Link, useRevalidator, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import type { AttemptClock as Clock } from '#app/domain/attempt-clock.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Field } from '../Field.tsx'
import { type AttemptPart, partsFor } from './AnswerPage.tsx'
import { AttemptPage } from './AttemptPage.tsx'
import { AttemptClock } from './AttemptState.tsx'
import type { Settled } from './autosave.ts'
import { settle } from './settle.ts'
import { divided } from './useAutosave.ts'

interface FinishPageProps {
  title: string
  vacancyTitle: string
  jobLocale: Locale
  clock: Clock
  /** The sitting that ends here; null where the assignment is handed in. */
  sitting: number | null
  /** Is the candidate asked which aids they used? */
  asksAids: boolean
  parts: Omit<AttemptPart, 'kind'>[]
}

/** Before handing in: what is written, what is empty, and whether all of it has arrived. */
export function FinishPage(props: FinishPageProps) {
  const { title, vacancyTitle, jobLocale, clock, sitting, asksAids, parts } = props
  const { t } = useI18n()
  const ids = useMemo(() => parts.map(({ answerId }) => answerId), [parts])
  const [settled, setSettled] = useState<Settled | null>(null)
  const [handing, setHanding] = useState(false)
  const submit = useSubmit()
  const { revalidate } = useRevalidator()
  const idsKey = ids.join()
  useEffect(() => {
    let here = true
    // What arrived only now changes the words below.
    settle(idsKey.split(',')).then((result) => {
      if (!here) return
      setSettled(result)
      revalidate()
    })
    return () => {
      here = false
    }
  }, [idsKey, revalidate])

  const handIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setHanding(true)
    const result = await settle(ids)
    setSettled(result)
    if (result === 'clean') submit(form)
    else setHanding(false)
  }
  const twofold = parts.filter(({ answerId }) => divided(ids).includes(answerId))
  return (
    <AttemptPage
      about={vacancyTitle}
      parts={partsFor(parts, jobLocale, t)}
      answers={ids}
      state={<AttemptClock clock={clock} />}
    >
      <div className="sheet">
        <h1>{title}</h1>
        <p className="lede">{t(sitting === null ? 'attempt.finish.text' : 'attempt.sittings.text')}</p>
        <ol className="rows part-rows">
          {parts.map((part) => (
            <li key={part.answerId} className="split">
              <Link to={`/a/assignment/${part.answerId}`} lang={jobLocale}>
                {part.title}
              </Link>
              {part.words > 0 ? (
                <span className="num quiet">{t('attempt.words', { count: part.words })}</span>
              ) : (
                <span className="lamp">{t('attempt.part.empty')}</span>
              )}
            </li>
          ))}
        </ol>
        {settled === 'waiting' && (
          <p className="error" role="alert">
            {t('attempt.finish.waiting')}
          </p>
        )}
        {settled === 'conflict' && (
          <p className="error" role="alert">
            {t('attempt.finish.conflict')}{' '}
            {twofold.map(({ answerId, title: name }) => (
              <Link key={answerId} to={`/a/assignment/${answerId}`} lang={jobLocale}>
                {name}
              </Link>
            ))}
          </p>
        )}
        <Form method="post" onSubmit={handIn}>
          {sitting !== null && <input type="hidden" name="sitting" value={sitting} />}
          {asksAids && (
            <Field
              name="aids"
              label={t('attempt.finish.aids.label')}
              hint={t('attempt.finish.aids.hint')}
              maxLength={300}
              autoComplete="off"
              optional
            />
          )}
          <p className="quiet">{t(sitting === null ? 'attempt.finish.once' : 'attempt.sittings.once')}</p>
          <p className="acts">
            <Button kind="primary" busy={handing ? t('ui.sending') : undefined}>
              {sitting === null ? t('attempt.finish.act') : t('attempt.sittings.act', { number: sitting })}
            </Button>
          </p>
        </Form>
      </div>
    </AttemptPage>
  )
}
