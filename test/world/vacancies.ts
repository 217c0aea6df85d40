import type { StaffViewer } from '#app/domain/access.ts'
import { type Vacancy, type VacancyInput, vacancyForm } from '#app/domain/vacancy.ts'
import type { Db } from '#db/client.ts'
import { findVacancy } from '#db/vacancies/list.ts'
import { publishVacancy } from '#db/vacancies/status.ts'
import { draftVacancy as draft } from '#db/vacancies.ts'
import type { Shelf } from '#db/versions.ts'
import { testLibrary } from '#test/support/context.ts'
import { type Lumo, later } from './lumo.ts'

const dayAfter = (now: Date, days: number) => later(now, { days }).toISOString().slice(0, 10)

/** Lumo's evening shift, complete: two seats, open for a month from `now`, written in all three languages. */
export const eveningShift = (now: Date): Vacancy =>
  vacancyForm.parse({
    jobLocale: 'en',
    texts: {
      en: {
        title: 'Support specialist, evening shift',
        summary: 'Customers write to us when something has gone wrong. You are the first person to read it.',
        duties: [
          'Answer about hosting, domains and partner payouts.',
          'When you do not know, say by when you will.',
        ],
      },
      ru: {
        title: 'Специалист поддержки, вечерняя смена',
        summary: 'Нам пишут, когда что-то сломалось. Вы первым читаете это письмо.',
        duties: ['Отвечать о хостинге, доменах и выплатах партнёрам.', 'Если ответа нет, назвать срок.'],
      },
      sq: {
        title: 'Specialist mbështetjeje, turni i mbrëmjes',
        summary: 'Klientët na shkruajnë kur diçka nuk punon. Ju jeni i pari që i lexon.',
        duties: ['Përgjigjeni për hostimin, domenet dhe pagesat.', 'Kur nuk e dini, jepni një afat.'],
      },
    },
    channels: ['email', 'chat'],
    languages: [
      { language: 'en', level: 'B2' },
      { language: 'sq', level: 'C1' },
    ],
    schedule: { days: [5, 6, 7, 1, 2], from: '16:00', to: '00:00', zone: 'Europe/Tirane' },
    weeklyHours: 40,
    remote: true,
    place: '',
    countries: ['AL', 'XK', 'MK'],
    contract: 'full-time',
    payMin: 780,
    payMax: 940,
    currency: 'EUR',
    payPeriod: 'month',
    openings: [{ startsOn: dayAfter(now, 70) }, { startsOn: dayAfter(now, 91) }],
    closesOn: dayAfter(now, 30),
    answerBy: dayAfter(now, 50),
    assignmentKey: testLibrary().assignments[0]?.key ?? '',
    weights: { A1: 2, A3: 2, A4: 1, K3: 1 },
  } satisfies VacancyInput)

interface Made {
  id: string
  slug: string
}

/** A complete draft of Mirela's, not yet published. */
export async function draftVacancy(
  db: Db,
  world: Lumo,
  now: Date,
  change: { by?: StaffViewer; vacancy?: Partial<Vacancy> } = {},
): Promise<Made> {
  const viewer = change.by ?? world.mirela
  const vacancy = { ...eveningShift(now), ...change.vacancy }
  const made = await draft(db, { viewer, teamId: world.teamId, vacancy, now })
  if (!made || 'refused' in made) throw new Error('the draft was refused')
  const found = await findVacancy(db, { viewer, id: made.id })
  if (!found) throw new Error('the draft is not there')
  return { id: made.id, slug: found.slug }
}

/** The evening shift, open to the world since `now`. */
export async function publishedVacancy(
  db: Db,
  world: Lumo,
  now: Date,
  change: { vacancy?: Partial<Vacancy>; shelf?: Shelf } = {},
): Promise<Made> {
  const made = await draftVacancy(db, world, now, change)
  const done = await publishVacancy(db, {
    viewer: world.mirela,
    id: made.id,
    rev: 0,
    shelf: change.shelf ?? testLibrary(),
    now,
  })
  if (!done || 'refused' in done) throw new Error(`the vacancy was not published: ${JSON.stringify(done)}`)
  return made
}
