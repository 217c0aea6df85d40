import { Link } from '@remix-run/react'
import type { Dimension, Family } from '#app/domain/dimensions.ts'
import { publicPath } from '#app/domain/locale.ts'
import type { VacancyPage as Page } from '#app/domain/vacancy-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { DayLine } from '../DayLine.tsx'
import { Facts } from '../Facts.tsx'
import { VacancySteps } from './VacancySteps.tsx'
import {
  capital,
  channelsWords,
  countriesWords,
  daysWords,
  languagesWords,
  omegaWords,
  payWords,
  restHours,
  startsWords,
} from './words.ts'

/** Everything that the public page of a vacancy says; the preview draws the very same. Stands inside a `.sheet`. */
export function VacancyPage({ page }: { page: Page }) {
  return (
    <>
      <Hero page={page} />
      <When page={page} />
      <InShort page={page} />
      <Duties page={page} />
      <LookAt page={page} />
      <VacancySteps page={page} />
      <Readers page={page} />
    </>
  )
}

function Hero({ page }: { page: Page }) {
  const { t, locale, formats } = useI18n()
  const { closesOn, openings, textLocale, pay } = page
  const count = openings.length
  const lang = textLocale === locale ? undefined : textLocale
  return (
    <div className="hero">
      <p className="label">
        {closesOn
          ? t('jobs.seatsUntil', { count, date: formats.date(closesOn) })
          : t('jobs.seats', { count })}
      </p>
      <h1 lang={lang}>{page.title}</h1>
      <p className="pay num">
        {pay ? (
          <>
            {payWords({ t, formats }, pay)} <small>{t(`domain.payPeriods.${pay.payPeriod}`)}</small>
          </>
        ) : (
          t('jobs.noPay')
        )}
      </p>
      <div className="read" lang={lang}>
        {page.summary.split(/\n+/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {lang && <p className="label">{t('jobs.inLanguage', { language: formats.language(textLocale) })}</p>}
    </div>
  )
}

function When({ page }: { page: Page }) {
  const speech = useI18n()
  const { t } = speech
  const { from, to } = page.schedule
  const rest = restHours(page.schedule)
  return (
    <section>
      <h2>{t('jobs.when.title')}</h2>
      <DayLine shifts={[{ from, to }]} />
      <p>
        {daysWords(speech, page.schedule)} {t('jobs.when.hours', { count: page.weeklyHours })}{' '}
        {rest !== null && t('jobs.when.rest', { count: rest })}
      </p>
    </section>
  )
}

function InShort({ page }: { page: Page }) {
  const speech = useI18n()
  const { t, formats } = speech
  const countries = countriesWords(speech, page.countries)
  const place = page.remote
    ? {
        value: t('jobs.facts.remote'),
        note: page.countries.length > 0 ? t('jobs.facts.remoteFrom', { countries }) : undefined,
      }
    : { value: page.place, note: countries }
  return (
    <section>
      <h2>{t('jobs.facts.title')}</h2>
      <Facts
        facts={[
          { name: t('jobs.facts.place'), ...place },
          {
            name: t('jobs.facts.languages'),
            value: languagesWords(speech, page.languages),
            note: t('jobs.facts.spoken', { language: formats.language(page.jobLocale) }),
          },
          {
            name: t('jobs.facts.channels'),
            value: channelsWords(speech, page.channels),
            note: page.channels.includes('phone') ? undefined : t('jobs.facts.noPhone'),
          },
          { name: t('jobs.facts.contract'), value: t(`domain.contracts.${page.contract}`) },
          {
            name: t('jobs.facts.starts'),
            value: capital(startsWords(speech, page.openings)),
            note: new Set(page.openings).size > 1 ? t('jobs.facts.startsNote') : undefined,
          },
        ].filter(({ value }) => value !== '')}
      />
    </section>
  )
}

function Duties({ page }: { page: Page }) {
  const { t, locale } = useI18n()
  if (page.duties.length === 0) return null
  return (
    <section>
      <h2>{t('jobs.duties')}</h2>
      <div className="read duties" lang={page.textLocale === locale ? undefined : page.textLocale}>
        {page.duties.map((duty) => (
          <p key={duty}>{duty}</p>
        ))}
      </div>
    </section>
  )
}

function LookAt({ page }: { page: Page }) {
  const speech = useI18n()
  const { t } = speech
  return (
    <section>
      <h2>{t('jobs.look.title')}</h2>
      <div className="two">
        <Looked family="attitude" dimensions={page.attitude} />
        <Looked family="knowledge" dimensions={page.knowledge} />
      </div>
      {page.omega && <p>{t('jobs.look.counted', { list: omegaWords(speech, page.omega) })}</p>}
      <p className="quiet">{t('jobs.look.fixed')}</p>
      <p className="quiet">{t('jobs.look.not')}</p>
    </section>
  )
}

function Looked({ family, dimensions }: { family: Family; dimensions: readonly Dimension[] }) {
  const { t } = useI18n()
  if (dimensions.length === 0) return null
  return (
    <div>
      <h3>
        <span className={family === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />{' '}
        {t(`domain.families.${family}`)}
      </h3>
      <ul className="rows">
        {dimensions.map((dimension) => (
          <li key={dimension}>
            {t(`domain.dimensions.${dimension}.name`)}{' '}
            <small>{t(`domain.dimensions.${dimension}.long`)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Readers({ page }: { page: Page }) {
  const { t, locale } = useI18n()
  return (
    <section>
      <h2>{t('jobs.readers.title')}</h2>
      <p>{t('jobs.readers.graders')}</p>
      <p>{t('jobs.readers.decision', { name: page.decider })}</p>
      <p>
        {t('jobs.readers.data')} <Link to={publicPath(locale, '/privacy')}>{t('jobs.readers.notice')}</Link>
      </p>
      <p>
        {t('jobs.readers.questions')} <a href={`mailto:${page.contact}`}>{page.contact}</a>
      </p>
    </section>
  )
}
