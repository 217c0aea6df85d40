import type { CandidateViewer } from '#app/domain/access.ts'
import { type ApplicationFields, applicationForm } from '#app/domain/application.ts'
import { normaliseEmail } from '#app/domain/characters.ts'
import type { Locale } from '#app/domain/locale.ts'
import { noticeVersion } from '#app/domain/notice.ts'
import type { Suspicion } from '#app/domain/spam.ts'
import { apply } from '#db/applications.ts'
import type { Db } from '#db/client.ts'
import type { NewFile } from '#db/files.ts'
import type { Lumo } from './lumo.ts'
import { publishedVacancy } from './vacancies.ts'

/** Arta's form, complete: Albanian and English, five evenings, no résumé. */
export const artasForm: ApplicationFields = {
  name: 'Arta Kola',
  email: 'arta.kola@example.com',
  languages: [
    { language: 'en', level: 'B2' },
    { language: 'sq', level: 'native' },
  ],
  windows: [{ days: ['1', '2', '5', '6', '7'], from: '16:00', to: '00:00' }],
  why: 'My mother runs a small shop online. When her site went down, one calm person on a chat saved her week. I want to be that person.',
  notice: noticeVersion,
}

export interface Applicant {
  /** Without it the evening shift is published for this application. */
  vacancy?: { id: string; slug: string }
  form?: Partial<ApplicationFields>
  locale?: Locale
  resume?: NewFile
  suspected?: Suspicion
  formId?: string
  now: Date
}

/** An application made by the form's own verb, as its id and the viewer that its link lets in. */
export async function application(
  db: Db,
  world: Lumo,
  given: Applicant,
): Promise<{ id: string; viewer: CandidateViewer; vacancy: { id: string; slug: string } }> {
  const { now, locale = 'sq', suspected = false, resume, formId } = given
  const vacancy = given.vacancy ?? (await publishedVacancy(db, world, now))
  const form = applicationForm.parse({ ...artasForm, ...given.form })
  const done = await apply(db, { slug: vacancy.slug, form, locale, suspected, resume, formId, now })
  if (!done || 'refused' in done) throw new Error(`the application was refused: ${JSON.stringify(done)}`)
  const row = await db.query.applications.findFirst({
    where: (t, { and, eq }) =>
      and(eq(t.vacancyId, vacancy.id), eq(t.emailNormal, normaliseEmail(form.email))),
  })
  if (!row) throw new Error('the application is not there')
  return { id: row.id, viewer: { kind: 'candidate', applicationId: row.id }, vacancy }
}
