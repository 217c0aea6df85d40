import type { JobPosting } from './job-posting.ts'

/** What Google for Jobs requires, and what it recommends and we always have. */
const wanted = [
  ['title', ({ title }) => title !== ''],
  ['description', ({ description }) => description !== ''],
  ['datePosted', ({ datePosted }) => datePosted !== ''],
  ['validThrough', ({ validThrough }) => validThrough !== undefined],
  [
    'hiringOrganization',
    ({ hiringOrganization }) => hiringOrganization.name !== '' && !!hiringOrganization.sameAs,
  ],
  [
    'jobLocation',
    ({ jobLocation, jobLocationType }) =>
      jobLocationType === 'TELECOMMUTE' ||
      (!!jobLocation?.address.addressLocality && !!jobLocation.address.addressCountry),
  ],
  [
    'applicantLocationRequirements',
    ({ jobLocationType, applicantLocationRequirements }) =>
      jobLocationType !== 'TELECOMMUTE' || !!applicantLocationRequirements?.length,
  ],
  ['baseSalary', ({ baseSalary }) => baseSalary !== undefined],
  ['employmentType', ({ employmentType }) => employmentType.length > 0],
  ['identifier', ({ identifier }) => identifier.value !== ''],
] as const satisfies readonly (readonly [string, (posting: JobPosting) => boolean])[]

/** The names of the schema.org fields that a posting lacks. */
export const postingGaps = (posting: JobPosting): string[] =>
  wanted.filter(([, there]) => !there(posting)).map(([field]) => field)
