import { Form, Link } from '@remix-run/react'
import { type Accommodation, accommodations } from '#app/domain/attempt.ts'
import { type Dimension, familyOf } from '#app/domain/dimensions.ts'
import type { AiPolicy } from '#app/domain/integrity.ts'
import type { Locale } from '#app/domain/locale.ts'
import { sittingsOf } from '#app/domain/scenario/sittings.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { CandidatePage } from '../CandidatePage.tsx'
import { Checkbox, RadioRow } from '../Tick.tsx'
import { zoneWords } from './zoneWords.ts'

interface IntroductionProps {
  title: string
  vacancyTitle: string
  zone: string
  jobLocale: Locale
  minutes: number
  dimensions: Dimension[]
  parts: { key: string; title: string; minutes: number; sitting: number }[]
  sittings: number
  warmUps: { key: string; title: string; minutes: number }[]
  extra: Accommodation
  secondLanguage: boolean
  openUntil: string
  aiPolicy: AiPolicy
  /** The last day to start is over, or the application is not at this stage any more. */
  late: boolean
  open: boolean
  refused?: 'not-open' | 'invitation-over'
}

/** All that one should know before the clock starts. Works as plain HTML; only the parts themselves need a script. */
export function Introduction(props: IntroductionProps) {
  const { t, formats } = useI18n()
  const { title, vacancyTitle, minutes, parts, dimensions, jobLocale, openUntil, zone } = props
  const startable = props.open && !props.late
  return (
    <CandidatePage about={vacancyTitle}>
      <div className="intro-head">
        <h1>{title}</h1>
        <p className="lede">
          {t('attempt.intro.lede', { count: parts.length })} {t('attempt.intro.whole', { count: minutes })}
        </p>
        {startable ? (
          <p className="quiet">
            {t('attempt.intro.until', { date: formats.day(openUntil, zone), zone: zoneWords(t, zone) })}
          </p>
        ) : (
          <>
            <p className="strong">
              {t(props.open ? 'attempt.refusals.invitation-over' : 'attempt.refusals.not-open')}
            </p>
            <p className="acts">
              <a className="btn" href="/a">
                {t('attempt.done.status')}
              </a>
            </p>
          </>
        )}
        <noscript>
          <p className="attempt-notice">{t('attempt.needsScript')}</p>
        </noscript>
      </div>
      <section>
        <h2>{t('attempt.intro.parts.title')}</h2>
        {props.sittings > 1 && <p>{t('attempt.sittings.intro', { count: props.sittings })}</p>}
        <PartsBySitting parts={parts} lang={jobLocale} />
        <p className="quiet">{t('attempt.intro.parts.text', { language: formats.language(jobLocale) })}</p>
      </section>
      <section>
        <h2>{t('attempt.intro.clock.title')}</h2>
        <ul className="dashes">
          {(['server', 'pages', 'saved', 'more', 'lost'] as const).map((key) => (
            <li key={key}>{t(`attempt.intro.clock.${key}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('attempt.intro.scored.title')}</h2>
        <p>{t('attempt.intro.scored.text')}</p>
        <ul className="scored">
          {dimensions.map((dimension) => (
            <li key={dimension}>
              <i className={familyOf(dimension) === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />
              <span>
                {t(`domain.dimensions.${dimension}.name`)}{' '}
                <span className="label">{t(`domain.dimensions.${dimension}.long`)}</span>
              </span>
            </li>
          ))}
        </ul>
        <p className="quiet">{t('attempt.intro.scored.not')}</p>
      </section>
      <section>
        <h2>{t('attempt.intro.read.title')}</h2>
        <p>{t('attempt.intro.read.blind')}</p>
        <p>{t('attempt.intro.read.decide')}</p>
        <p>{t('attempt.intro.read.kept')}</p>
      </section>
      <section>
        <h2>{t('attempt.intro.aids.title')}</h2>
        <p>{t(`attempt.intro.aids.${props.aiPolicy}.text`)}</p>
        <p>{t(`attempt.intro.aids.${props.aiPolicy}.own`)}</p>
      </section>
      <section>
        <h2>{t('attempt.intro.logged.title')}</h2>
        <ul className="dashes">
          {(['text', 'signs', 'compared', 'not'] as const).map((key) => (
            <li key={key}>{t(`attempt.intro.logged.${key}`)}</li>
          ))}
        </ul>
        <p>{t('attempt.intro.logged.use')}</p>
      </section>
      {startable && props.warmUps.length > 0 && (
        <section>
          <h2>{t('attempt.practice.title')}</h2>
          <p>{t('attempt.practice.text')}</p>
          <ul className="rows part-rows">
            {props.warmUps.map((warmUp) => (
              <li key={warmUp.key} className="split">
                <Link to={`/a/assignment/practice/${warmUp.key}`} lang={jobLocale}>
                  {warmUp.title}
                </Link>
                <span className="num quiet">{t('attempt.minutes', { count: warmUp.minutes })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {startable && (
        <section className="start">
          <h2>{t('attempt.extra.title')}</h2>
          <p>{t('attempt.extra.text')}</p>
          <Form method="post" className="stack">
            <RadioRow
              name="extra"
              label={t('attempt.extra.label')}
              value={props.extra}
              options={accommodations.map((value) => ({ value, label: t(`attempt.extra.options.${value}`) }))}
            />
            <Checkbox
              name="language"
              value="second"
              defaultChecked={props.secondLanguage}
              label={t('attempt.extra.language')}
            />
            <p className="quiet">{t('attempt.extra.reader')}</p>
            <p className="quiet">{t('attempt.intro.ready')}</p>
            {props.refused && (
              <p className="error" role="alert">
                {t(`attempt.refusals.${props.refused}`)}
              </p>
            )}
            <p className="acts">
              <Button kind="primary">{t('attempt.start')}</Button>
            </p>
          </Form>
        </section>
      )}
    </CandidatePage>
  )
}

interface PartsProps {
  parts: readonly { key: string; title: string; minutes: number; sitting: number }[]
  lang: string
}

/** The parts in their order; under the name of their sitting, where there are several. */
function PartsBySitting({ parts, lang }: PartsProps) {
  const { t } = useI18n()
  return sittingsOf(parts).map((group, sitting, all) => (
    <div key={group[0]?.key}>
      {all.length > 1 && (
        <h3 className="split">
          {t('attempt.sittings.head', { number: sitting + 1 })}
          <span className="num quiet">
            {t('attempt.minutes', { count: group.reduce((sum, { minutes }) => sum + minutes, 0) })}
          </span>
        </h3>
      )}
      <ol className="rows part-rows">
        {group.map((part) => (
          <li key={part.key} className="split">
            <span>
              <span className="num label">{parts.indexOf(part) + 1}</span>{' '}
              <span lang={lang}>{part.title}</span>
            </span>
            <span className="num quiet">{t('attempt.minutes', { count: part.minutes })}</span>
          </li>
        ))}
      </ol>
    </div>
  ))
}
