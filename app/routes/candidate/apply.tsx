import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publicPath } from '#app/domain/locale.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import { resumeLimit } from '#app/domain/resume.ts'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { applyAgain, checkApplication, formIdOf, suspicionOf } from '#app/server/apply-form.ts'
import { applyChoices, blankApplication, shiftInWords, vacancyLanguages } from '#app/server/apply-page.ts'
import { appliedHeader, localeHeader } from '#app/server/cookies.ts'
import { readForm } from '#app/server/form.ts'
import { stampForm } from '#app/server/form-stamp.ts'
import { type Args, found, openTo, refuse, within, wordParam } from '#app/server/guard.ts'
import { storeResume } from '#app/server/uploads.ts'
import { ApplyForm, applyFormId } from '#app/ui/apply/ApplyForm.tsx'
import { FormLangs } from '#app/ui/apply/FormLangs.tsx'
import stylesheet from '#app/ui/apply.css?url'
import { PublicPage } from '#app/ui/PublicPage.tsx'
import { title as meta } from '#app/ui/title.ts'
import { apply, vacancyToApplyFor } from '#db/applications.ts'

export { meta }
export const handle = { scripts: true }
export const links = () => [{ rel: 'stylesheet', href: stylesheet }]

/** The vacancy of the address, if it takes applications: a draft is not there, one that is over says so. */
async function openVacancy(args: Args) {
  const { db, now } = args.context
  const answer = found(await vacancyToApplyFor(db, { slug: wordParam(args, 'slug'), now: now() }))
  return 'refused' in answer ? refuse(410, answer.refused) : answer.vacancy
}

export async function loader(args: LoaderFunctionArgs) {
  const { secret, now, locale, t, formats } = openTo(args, 'everybody')
  const vacancy = await openVacancy(args)
  const words = { t, formats, locale }
  const { title, lang } = titleOf(vacancy, locale)
  return {
    title: t('apply.title', { vacancy: title }),
    vacancy: { title, lang, path: `/jobs/${wordParam(args, 'slug')}` },
    languages: vacancyLanguages(vacancy, words),
    choices: applyChoices(vacancy, words),
    shift: shiftInWords(vacancy, words, now()),
    blank: blankApplication(vacancy),
    noticeVersion,
    formId: randomUUID(),
    opened: stampForm(secret, now()),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, now, ip, locale, files, limits, log, requestId } = openTo(args, 'everybody')
  await openVacancy(args)
  await within(args.context, 'write', ip)
  const sent = await readForm(args.request, { fileLimit: resumeLimit, oversize: 'name' })
  if (sent.has('switch')) return applyAgain(sent, args.context)
  const checked = await checkApplication(sent)
  if (!('ok' in checked))
    return applyAgain(sent, args.context, { issues: checked.issues }, { status: checked.status })

  const later = (seconds: number) => ({ headers: { 'Retry-After': String(seconds) } })
  const wait = await limits.take('apply', ip)
  if (wait !== undefined)
    return applyAgain(sent, args.context, { refusal: 'too-many' }, { status: 429, ...later(wait) })
  const resume = checked.resume && (await storeResume(files, checked.resume).catch((err: Error) => err))
  if (resume instanceof Error) {
    log.error({ err: resume, requestId }, 'a file could not be stored')
    return applyAgain(sent, args.context, { issues: { resume: 'file-store' } }, { status: 503, ...later(60) })
  }
  const slug = wordParam(args, 'slug')
  const done = found(
    await apply(db, {
      slug,
      form: checked.form,
      locale,
      suspected: suspicionOf(sent, args.context) ?? false,
      resume,
      formId: formIdOf(sent),
      now: now(),
    }),
  )
  if ('ok' in done) {
    const headers = new Headers({
      'Set-Cookie': await appliedHeader(args.context, checked.form.email.trim()),
    })
    headers.append('Set-Cookie', localeHeader(locale))
    return redirect(publicPath(locale, `/jobs/${slug}/applied`), { status: 303, headers })
  }
  switch (done.refused) {
    case 'vacancy-closed':
      return refuse(410, done.refused)
    case 'notice-old':
      return applyAgain(sent, args.context, { issues: { notice: 'notice-old' } }, { status: 422 })
    case 'other-form':
      return applyAgain(sent, args.context, { refusal: 'other-form' }, { status: 422 })
  }
}

const none = {}

export default function Apply() {
  const { vacancy, blank, ...page } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <PublicPage langs={<FormLangs form={applyFormId} path={`${vacancy.path}/apply`} />}>
      <div>
        <p className="label">{t('apply.kind')}</p>
        <h1 lang={vacancy.lang}>{vacancy.title}</h1>
        <p className="lede">{t('apply.lede')}</p>
      </div>
      <ApplyForm
        languages={page.languages}
        choices={page.choices}
        shift={page.shift}
        noticeVersion={page.noticeVersion}
        formId={again?.formId || page.formId}
        opened={again?.opened || page.opened}
        typed={again?.typed ?? blank}
        issues={again?.issues ?? none}
        refusal={again?.refusal}
        fileLost={again?.fileLost ?? false}
      />
    </PublicPage>
  )
}
