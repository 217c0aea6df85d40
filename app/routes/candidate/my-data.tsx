import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { titleOf } from '#app/domain/vacancy-title.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, requireCandidate } from '#app/server/guard.ts'
import { CandidatePage } from '#app/ui/CandidatePage.tsx'
import { Facts } from '#app/ui/Facts.tsx'
import { title as meta } from '#app/ui/title.ts'
import { dataOf } from '#db/my-data.ts'
import { organisation } from '#db/organisation.ts'

export { meta }

/** What is held, counted and named. The words themselves are in the copy: the status link shows no answers. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, now, t, locale } = await requireCandidate(args)
  const own = found(await dataOf(db, { viewer, now: now() }))
  const { application, files, attempt, referees, messages } = own
  return {
    title: t('status.data.title'),
    name: application.name,
    email: application.email,
    vacancy: titleOf(application.vacancy, locale).title,
    appliedAt: application.appliedAt,
    languages: application.languages.map(({ language }) => language),
    noticeVersion: application.noticeVersion,
    files: files.map(({ name }) => name),
    answers: attempt?.answers.length ?? 0,
    referees: referees.map(({ name }) => name),
    messages: messages.length,
    contactEmail: (await organisation(db)).contactEmail,
  }
}

export default function MyData() {
  const data = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  const none = t('status.data.none')
  const listed = (names: readonly string[]) => (names.length > 0 ? <bdi>{formats.list(names)}</bdi> : none)
  return (
    <CandidatePage>
      <div>
        <p className="crumb">
          <Link to="/a">{t('status.data.back')}</Link>
        </p>
        <h1>{data.title}</h1>
        <p className="lede">{t('status.data.lede')}</p>
      </div>
      <section>
        <Facts
          facts={[
            { name: t('status.data.name'), value: <bdi>{data.name}</bdi> },
            { name: t('status.data.email'), value: data.email },
            { name: t('status.data.vacancy'), value: data.vacancy },
            { name: t('status.data.sent'), value: formats.date(data.appliedAt) },
            { name: t('status.data.form'), value: t('status.data.formText') },
            {
              name: t('status.data.languages'),
              value: listed(data.languages.map((code) => formats.language(code))),
            },
            { name: t('status.data.file'), value: listed(data.files) },
            { name: t('status.data.answers'), value: t('status.data.answerCount', { count: data.answers }) },
            { name: t('status.data.referees'), value: listed(data.referees) },
            {
              name: t('status.data.messages'),
              value: t('status.data.messageCount', { count: data.messages }),
            },
            {
              name: t('status.data.notice'),
              value: t('status.data.version', { version: data.noticeVersion }),
            },
          ]}
        />
      </section>
      <section>
        <h2>{t('status.data.copy')}</h2>
        <p>{t('status.data.downloadText')}</p>
        <p>
          <a className="btn" href="/a/data.json" download>
            {t('status.data.download')}
          </a>
        </p>
      </section>
      <section>
        <h2>{t('status.data.erase')}</h2>
        <p>{t('status.data.eraseText', { email: data.contactEmail })}</p>
      </section>
    </CandidatePage>
  )
}
