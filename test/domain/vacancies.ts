import type { VacancyInput } from '#app/domain/vacancy.ts'

/** A complete vacancy as the form sends it: everything is text. */
export const eveningShift: VacancyInput = {
  jobLocale: 'sq',
  texts: {
    sq: {
      title: 'Specialist mbështetjeje, turni i mbrëmjes',
      summary: 'Ju jeni njeriu i parë që i lexon klientët tanë.',
      duties: 'Përgjigjeni për hostimin dhe pagesat\r\n\r\nKur nuk e dini, thoni se do të pyesni',
    },
    en: { title: '', summary: ' ', duties: '' },
  },
  channels: ['email', 'chat'],
  languages: [
    { language: 'sq', level: 'C1' },
    { language: 'en', level: 'B2' },
  ],
  schedule: { days: ['5', '6', '7', '1', '2'], from: '16:00', to: '00:00', zone: 'Europe/Tirane' },
  weeklyHours: '40',
  remote: 'on',
  place: '',
  countries: ['AL', 'XK'],
  contract: 'full-time',
  payMin: '780',
  payMax: '940',
  currency: 'EUR',
  payPeriod: 'month',
  openings: [{ startsOn: '2027-01-11' }, { startsOn: '2027-02-01' }],
  closesOn: '2026-12-06',
  answerBy: '2026-12-22',
  assignmentKey: 'lumo-standard',
  weights: { A1: '2', A3: '1.5', K3: '', K5: '0' },
}
