import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import type { Dimension } from '#app/domain/dimensions.ts'
import { isLocale, locales } from '#app/domain/locale.ts'
import { assignmentMinutes, evidence } from '#app/domain/scenario/assignment.ts'
import { draftFrom, type TemplateKey, templateKeys } from '#app/domain/vacancy-templates.ts'
import { dayIn } from '#app/domain/zones.ts'
import { translator } from '#app/i18n/i18n.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { shelfFor } from '#app/server/shelf.ts'
import { Button } from '#app/ui/Button.tsx'
import { RadioRow, Select } from '#app/ui/Field.tsx'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { capital } from '#app/ui/vacancy/words.ts'
import { teamsToHireFor } from '#db/vacancies/list.ts'
import { draftVacancy } from '#db/vacancies.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireStaff(args, 'edit-vacancy')
  const { db, t, locale, viewer } = context
  const library = await shelfFor(context)
  return {
    title: t('vacancies.start.title'),
    teams: (await teamsToHireFor(db, viewer)).map(({ id, name }) => ({ id, name })),
    templates: templateKeys.map((key) => ({
      key,
      name: t(`templates.${key}.name`),
      about: t(`templates.${key}.about`),
    })),
    assignments: library.assignments.map(({ key, content }) => ({
      key,
      title: content.titles[locale],
      minutes: assignmentMinutes(content),
    })),
  }
}

function textOf(key: TemplateKey, locale: (typeof locales)[number]) {
  const t = translator(locale)
  return {
    title: t(`templates.${key}.title`),
    summary: t(`templates.${key}.summary`),
    duties: t(`templates.${key}.duties`).split('\n'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireStaff(args, 'edit-vacancy')
  const { db, viewer, now } = context
  const library = await shelfFor(context)
  const form = await readForm(args.request)
  const key = templateKeys.find((template) => template === form.text('template'))
  const jobLocale = form.text('jobLocale')
  const assignment = library.assignment(form.text('assignment'))
  if (!key || !isLocale(jobLocale) || !assignment) return refuse(422, 'not-in-the-list')
  const team = found((await teamsToHireFor(db, viewer)).find(({ id }) => id === form.text('team')))
  const vacancy = draftFrom(key, {
    texts: { en: textOf(key, 'en'), ru: textOf(key, 'ru'), sq: textOf(key, 'sq') },
    jobLocale,
    zone: team.timeZone,
    today: dayIn(team.timeZone, now()),
    assignmentKey: assignment.key,
    graded: Object.keys(evidence(assignment.content)) as Dimension[],
  })
  const made = found(await draftVacancy(db, { viewer, teamId: team.id, vacancy, now: now() }))
  if ('refused' in made) return refuse(403, made.refused)
  return redirect(`/team/vacancies/${made.id}/edit`, 303)
}

export default function NewVacancy() {
  const { title: heading, teams, templates, assignments } = useLoaderData<typeof loader>()
  const { t, locale, formats } = useI18n()
  return (
    <>
      <PageHead title={heading} />
      <Form method="post" className="stack wide column">
        <p className="quiet">{t('vacancies.start.lede')}</p>
        <RadioRow
          name="template"
          label={t('vacancies.start.template')}
          value="evening"
          options={templates.map(({ key, name, about }) => ({ value: key, label: name, hint: about }))}
        />
        <RadioRow
          name="jobLocale"
          label={t('vacancies.start.language')}
          hint={t('vacancies.start.languageHint')}
          value={locale}
          across
          options={locales.map((code) => ({ value: code, label: capital(formats.language(code)) }))}
        />
        <Select
          name="assignment"
          label={t('vacancies.start.assignment')}
          options={assignments.map(({ key, title: name, minutes }) => ({
            value: key,
            label: t('vacancies.form.assignmentOption', { title: name, minutes }),
          }))}
        />
        {teams.length === 1 ? (
          <input type="hidden" name="team" value={teams[0]?.id} />
        ) : (
          <Select
            name="team"
            label={t('vacancies.start.team')}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Button kind="primary">{t('vacancies.start.create')}</Button>
      </Form>
    </>
  )
}
