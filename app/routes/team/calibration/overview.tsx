import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { calibrationRules } from '#app/domain/calibration.ts'
import { type Dimension, dimensions } from '#app/domain/dimensions.ts'
import { liveFigures } from '#app/domain/hidden-anchors.ts'
import { isLocale, type Locale, locales } from '#app/domain/locale.ts'
import { dayIn } from '#app/domain/zones.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { languageOf } from '#app/server/calibration-data.ts'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff, within } from '#app/server/guard.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { Hidden } from '#app/ui/calibration/Hidden.tsx'
import { Languages } from '#app/ui/calibration/Languages.tsx'
import { Runs } from '#app/ui/calibration/Runs.tsx'
import style from '#app/ui/calibration.css?url'
import { Lamp } from '#app/ui/Lamp.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import {
  bindingIn,
  gradedCases,
  isExpert,
  ownLive,
  ownRuns,
  standingsOf,
  startCalibration,
} from '#db/calibration.ts'
import { graderAbout } from '#db/grading.ts'
import { zoneOf } from '#db/zone.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** Where the viewer stands, what counts as passed, and their own runs. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer, locale, library, request } = { ...(await requireStaff(args, 'grade')), ...args }
  const { gradesIn } = await graderAbout(db, { viewer, locale })
  const language = languageOf(request, gradesIn, locale)
  const binds = await bindingIn(db, language)
  const own = { graders: [viewer.userId], locale: language, binds, now: now() }
  const standing = (await standingsOf(db, own)).get(viewer.userId)
  const lacking = standing?.lacking ?? []
  const { open, finished } = await ownRuns(db, viewer)
  const { anchors, figures } = await ownLive(db, viewer)
  const zone = await zoneOf(db, viewer)
  return {
    title: t('calibration.title'),
    language,
    languages: gradesIn ?? [...locales],
    binds,
    speaks: binds.filter((one) => !lacking.includes(one)),
    lacking,
    standing: standing?.standing ?? 'never',
    until: standing?.validUntil ? dayIn(zone, standing.validUntil) : null,
    endedEarly: standing?.standing === 'lapsed' && standing.endedEarly,
    open,
    experts: canAnywhere(viewer, 'invite-grader') || (await isExpert(db, viewer)),
    runs: finished.map(({ id, locale: of, finishedAt, outcome, passed, advisory }) => ({
      id,
      locale: of,
      on: dayIn(zone, finishedAt),
      outcome,
      passed,
      advisory,
    })),
    told: anchors.map(({ id, code, scenarioKey, locale: of, lockedAt, measured }) => ({
      id,
      code,
      locale: of,
      on: dayIn(zone, lockedAt),
      case: library.scenario(scenarioKey)?.content.texts[locale].title ?? scenarioKey,
      figures: liveFigures([measured]),
    })),
    together: figures,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, library } = await requireStaff(args, 'grade')
  await within(args.context, 'write', viewer.userId)
  const locale = (await readForm(args.request)).text('language')
  if (!isLocale(locale)) return refuse(400, 'bad-shape')
  const begun = found(
    await startCalibration(db, {
      viewer,
      locale,
      cases: gradedCases(library),
      rubricHash: library.rubric.hash,
      now: now(),
    }),
  )
  if ('refused' in begun) return data({ refused: begun.refused }, { status: 409 })
  return redirect('/team/grading/calibration/run', { status: 303 })
}

export default function Calibration() {
  const { language, languages, binds, speaks, lacking, standing, until, endedEarly, ...rest } =
    useLoaderData<typeof loader>()
  const { open, experts, runs, told, together } = rest
  const refused = useActionData<typeof action>()?.refused
  const { t, formats } = useI18n()
  const { validDays } = calibrationRules
  return (
    <>
      <PageHead
        title={t('calibration.title')}
        crumb={<Link to="/team/grading">{t('grading.title')}</Link>}
        who={
          <>
            <span>{t(`calibration.standing.${standing}`)}</span>
            {until && (
              <span>
                {t(standing === 'passed' ? 'calibration.until' : 'calibration.wasUntil', {
                  day: formats.date(until),
                })}
              </span>
            )}
            <span>{t('calibration.assumed', { days: validDays })}</span>
          </>
        }
        acts={
          <>
            {experts && (
              <LinkButton kind="plain" to="/team/grading/experts">
                {t('calibration.experts.link')}
              </LinkButton>
            )}
            <LinkButton kind="plain" to="/team/grading/calibration/lesson">
              {t('calibration.lesson.link')}
            </LinkButton>
          </>
        }
      />
      {refused && (
        <p className="error" role="alert">
          {t(`calibration.refusals.${refused}`)}
        </p>
      )}
      {endedEarly && (
        <p className="column">
          <Lamp>{t('calibration.hidden.paused')}</Lamp>
        </p>
      )}
      <p className="column">{t('calibration.intro')}</p>
      <Languages language={language} languages={languages as Locale[]} />
      <Gate binds={binds} speaks={speaks} lacking={lacking} />
      <div className="calibration-two">
        <Rules />
        <Begin language={language} languages={languages as Locale[]} open={open} tried={runs.length > 0} />
      </div>
      {runs.length > 0 && <Runs runs={runs} />}
      <Hidden told={told} together={together} />
    </>
  )
}

/** On which criteria it binds, and for which of them the viewer's pass speaks. */
function Gate(props: Record<'binds' | 'speaks' | 'lacking', readonly Dimension[]>) {
  const { binds, speaks, lacking } = props
  const { t, formats } = useI18n()
  const names = (of: readonly Dimension[]) =>
    formats.list(of.map((one) => t(`domain.dimensions.${one}.name`)))
  if (binds.length === 0) return <p className="quiet column drafted-note">{t('calibration.draft')}</p>
  return (
    <p className="quiet column drafted-note">
      {t('calibration.bound', { criteria: names(binds) })}{' '}
      {speaks.length > 0 && `${t('calibration.speaks', { criteria: names(speaks) })} `}
      {lacking.length > 0 && `${t('calibration.lacking', { criteria: names(lacking) })} `}
      {binds.length < dimensions.length && t('calibration.boundRest')}
    </p>
  )
}

function Rules() {
  const { t, formats } = useI18n()
  const { ratings, adjacent, exact, kappa, bias } = calibrationRules
  return (
    <section>
      <h2>{t('calibration.rule.title')}</h2>
      <ul className="rows rules-list">
        <li>{t('calibration.rule.ratings', { n: ratings })}</li>
        <li>{t('calibration.rule.adjacent', { share: formats.percent(adjacent) })}</li>
        <li>{t('calibration.rule.exact', { share: formats.percent(exact) })}</li>
        <li>{t('calibration.rule.kappa', { value: formats.number(kappa, 2) })}</li>
        <li>{t('calibration.rule.bias', { value: formats.number(bias, 2) })}</li>
      </ul>
    </section>
  )
}

function Begin(props: { language: Locale; languages: Locale[]; open: boolean; tried: boolean }) {
  const { language, languages, open, tried } = props
  const { t, formats } = useI18n()
  if (open)
    return (
      <div>
        <LinkButton kind="primary" to="/team/grading/calibration/run">
          {t('calibration.goOn')}
        </LinkButton>
      </div>
    )
  return (
    <Form method="post" className="stack">
      <fieldset className="ticks">
        <legend className="label">{t('calibration.language')}</legend>
        <div className="across">
          {languages.map((one) => (
            <label key={one} className="tick">
              <input
                className="radio"
                type="radio"
                name="language"
                value={one}
                defaultChecked={one === language}
                required
              />
              <span>{formats.language(one)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <Button kind="primary">{t(tried ? 'calibration.again' : 'calibration.start')}</Button>
      </div>
    </Form>
  )
}
