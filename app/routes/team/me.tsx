import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { isLocale, type Locale, locales } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, requireStaff, within } from '#app/server/guard.ts'
import { Button } from '#app/ui/Button.tsx'
import { Checkbox } from '#app/ui/Field.tsx'
import style from '#app/ui/grading.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { declareVacancyConflict, graderAbout, setGradingLanguages } from '#db/grading.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** What a grader says of themselves: languages, and vacancies that they must not grade. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale } = await requireStaff(args, 'grade')
  const { gradesIn, vacancies } = await graderAbout(db, { viewer, locale })
  return { title: t('grading.about.title'), gradesIn, vacancies }
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'grade')
  await within(args.context, 'write', viewer.userId)
  const form = await readForm(args.request)
  const asked = form.has('vacancy')
    ? found(
        await declareVacancyConflict(db, {
          viewer,
          vacancyId: idParam({ params: { vacancy: form.text('vacancy') } }, 'vacancy'),
          now: now(),
        }),
      )
    : await setGradingLanguages(db, { viewer, languages: form.all('language').filter(isLocale), now: now() })
  if ('refused' in asked) return data({ refused: asked.refused }, { status: 422 })
  return redirect(`/team/me?saved=1&given=${asked.given}&waiting=${asked.waiting}`, { status: 303 })
}

export default function AboutMe() {
  const { gradesIn, vacancies } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const { t, formats } = useI18n()
  return (
    <>
      <PageHead
        title={t('grading.about.title')}
        crumb={<Link to="/team/grading">{t('grading.title')}</Link>}
      />
      <Done />
      <Form method="post" className="stack column" preventScrollReset>
        <fieldset className="ticks">
          <legend className="label">{t('grading.about.languages')}</legend>
          {locales.map((one) => (
            <Checkbox
              key={one}
              id={`language-${one}`}
              name="language"
              value={one}
              label={formats.language(one)}
              defaultChecked={gradesIn?.includes(one) ?? false}
            />
          ))}
        </fieldset>
        {refused && (
          <p className="error" role="alert">
            {t(`grading.refusals.${refused}`)}
          </p>
        )}
        <p className="hint">{t('grading.about.languagesHint')}</p>
        <div>
          <Button kind="primary">{t('grading.about.save')}</Button>
        </div>
      </Form>
      <section className="hang locked-last">
        <h2>{t('grading.about.vacancies')}</h2>
        {vacancies.length === 0 && <p className="quiet">{t('grading.about.none')}</p>}
        <ul className="rows">
          {vacancies.map(({ id, title: name, language, conflict }) => (
            <li key={id} className="stack">
              <p className="split">
                <span>{name}</span>
                <span className="label">
                  {conflict ? t('grading.about.conflictDone') : formats.language(language as Locale)}
                </span>
              </p>
              {!conflict && <Conflict id={id} name={name} />}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Conflict({ id, name }: { id: string; name: string }) {
  const { t } = useI18n()
  return (
    <details className="fold">
      <summary>
        {t('grading.about.conflictAsk')}
        <span className="vh"> {name}</span>
      </summary>
      <p className="quiet">{t('grading.about.conflictText')}</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="vacancy" value={id} />
        <Button dense>{t('grading.about.conflictDo')}</Button>
      </Form>
    </details>
  )
}

/** What became of the answers that lay open. */
function Done() {
  const { t } = useI18n()
  const [address] = useSearchParams()
  if (!address.has('saved')) return null
  const count = (name: string) => Number(address.get(name)) || 0
  const [given, waiting] = [count('given'), count('waiting')]
  return (
    <p className="quiet column" role="status">
      {t('grading.about.saved')} {given > 0 && t('grading.about.givenOn', { count: given })}{' '}
      {waiting > 0 && t('grading.about.waiting', { count: waiting })}
    </p>
  )
}
