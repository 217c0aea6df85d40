import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { canAnywhere } from '#app/domain/access.ts'
import { calibrationRules } from '#app/domain/calibration.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import { isLocale, type Locale, locales } from '#app/domain/locale.ts'
import { anchorQuestions } from '#app/domain/scenario/anchor-answers.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { languageOf } from '#app/server/calibration-data.ts'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { AddAnchor, AnchorTable, Experts } from '#app/ui/calibration/ExpertParts.tsx'
import { Languages } from '#app/ui/calibration/Languages.tsx'
import style from '#app/ui/calibration.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import {
  addAnchor,
  anchorStates,
  expertsOf,
  gradedCases,
  isExpert,
  nameExpert,
  retireAnchor,
} from '#db/calibration.ts'
import { graderAbout } from '#db/grading.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** Who rates sample answers, and how far they are. For managers, and for those who are named. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale, library } = await requireStaff(args, 'grade')
  const manages = canAnywhere(viewer, 'invite-grader')
  const expert = await isExpert(db, viewer)
  if (!manages && !expert) return refuse(403, 'role-too-low')
  const { gradesIn } = await graderAbout(db, { viewer, locale })
  const language = languageOf(args.request, gradesIn, locale)
  const cases = gradedCases(library)
  const { anchors, gates } = await anchorStates(db, { viewer, cases, locale: language })
  const seen = new Map<string, number>()
  return {
    title: t('calibration.experts.title'),
    manages,
    expert,
    language,
    gates,
    people: manages ? await expertsOf(db, viewer) : [],
    // Each answer of one's own has a draw of its own: where all had the same, its names would tell it among live answers.
    draw: `own${anchors.filter(({ source }) => source === 'own').length + 1}`,
    cases: cases.map((content) => ({
      key: content.key,
      code: content.code ?? null,
      title: content.texts[locale].title,
      questions: anchorQuestions(content, language),
    })),
    anchors: anchors.map(({ key, scenarioKey, source, experts, state, own }) => {
      const n = (seen.get(scenarioKey) ?? 0) + 1
      seen.set(scenarioKey, n)
      return { key, scenarioKey, source, experts, state, own, n }
    }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, library } = await requireStaff(args, 'invite-grader')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const does = form.text('does')
  const act = { viewer, now: now() }
  const language = form.text('language')
  const back = redirect(`/team/grading/experts${isLocale(language) ? `?in=${language}` : ''}`, {
    status: 303,
  })
  if (does === 'name' || does === 'end') {
    const userId = idParam({ params: { user: form.text('user') } }, 'user')
    const done = found(await nameExpert(db, { ...act, userId, named: does === 'name' }))
    return 'refused' in done ? refuse(403, done.refused) : back
  }
  if (does === 'retire') {
    const done = found(await retireAnchor(db, { ...act, key: form.text('key') }))
    return 'refused' in done ? refuse(403, done.refused) : back
  }
  if (does !== 'add' || !isLocale(language)) return refuse(400, 'bad-shape')
  const [scenarioKey, texts, draw] = [form.text('scenario'), form.all('text'), form.text('draw')]
  if (!/^own\d{1,4}$/.test(draw)) return refuse(400, 'bad-shape')
  const cases = gradedCases(library)
  const done = found(await addAnchor(db, { ...act, scenarioKey, locale: language, texts, draw, cases }))
  if ('ok' in done) return back
  if (done.refused === 'role-too-low') return refuse(403, done.refused)
  return data(
    { refused: done.refused, scenario: scenarioKey, texts },
    { status: done.refused === 'anchor-known' ? 409 : 422 },
  )
}

export default function ExpertsPage() {
  const {
    title: heading,
    manages,
    expert,
    language,
    gates,
    people,
    draw,
    cases,
    anchors,
  } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const [address] = useSearchParams()
  const binding = gates.filter(({ binds }) => binds)
  const open = gates.filter(({ binds }) => !binds)
  const nameOf = ({ dimension }: { dimension: Dimension }) => t(`domain.dimensions.${dimension}.name`)
  return (
    <>
      <PageHead
        title={heading}
        crumb={<Link to="/team/grading/calibration">{t('calibration.title')}</Link>}
      />
      <p className="column">
        {t('calibration.experts.intro', {
          n: calibrationRules.experts,
          anchors: calibrationRules.anchors,
          low: calibrationRules.low,
        })}
      </p>
      <p className="quiet column drafted-note">
        {binding.length === 0
          ? t('calibration.experts.bindsNowhere')
          : t('calibration.experts.binds', { criteria: formats.list(binding.map(nameOf)) })}{' '}
        {open.length > 0 &&
          t('calibration.experts.lacking', {
            list: formats.list(open.map((gate) => `${nameOf(gate)}\u00a0${gate.lacking}`)),
          })}
      </p>
      <Languages language={language} languages={locales} />
      <AnchorTable
        key={address.get('in') ?? ''}
        anchors={anchors}
        cases={cases}
        expert={expert}
        manages={manages}
        language={language as Locale}
      />
      {manages && <Experts people={people} language={language as Locale} />}
      {manages && (
        <AddAnchor
          key={`${language} ${anchors.length}`}
          draw={draw}
          cases={cases}
          language={language as Locale}
          result={result}
        />
      )}
    </>
  )
}
