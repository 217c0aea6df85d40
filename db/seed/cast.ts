import type { Locale } from '#app/domain/locale.ts'
import type { NextStep } from '#app/domain/next-step.ts'
import type { Stage } from '#app/domain/pipeline.ts'

export type VacancyKey = 'evening' | 'day' | 'night' | 'phone' | 'leave'

/** One candidate: who they are and where they stand when the sample team is loaded. */
interface Cast {
  name: string
  email: string
  /** Also the language of the work. */
  locale: Locale
  vacancy: VacancyKey
  stage: Stage
  next: NextStep
  /** Days since our last word, where it is more than the seven that are promised. */
  silent?: number
  /** Of the attempt: chosen so that what is written fits what was drawn. */
  seed?: number
}

const person = (name: string): Pick<Cast, 'name' | 'email'> => {
  const address = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(' ', '.')
  return { name, email: `${address}@example.com` }
}
const at = (vacancy: VacancyKey, stage: Stage, next: NextStep, more: Pick<Cast, 'silent' | 'seed'> = {}) => ({
  locale: ({ evening: 'sq', day: 'en', night: 'ru', phone: 'sq', leave: 'sq' } as const)[vacancy],
  vacancy,
  stage,
  next,
  ...more,
})

export const cast = {
  lule: { ...person('Lule Prifti'), ...at('evening', 'applied', 'read') },
  besnik: { ...person('Besnik Leka'), ...at('evening', 'screening', 'invite', { silent: 12 }) },
  ana: { ...person('Ana Dervishi'), ...at('evening', 'assignment', 'invitation-open', { seed: 10 }) },
  dritan: { ...person('Dritan Kola'), ...at('evening', 'grading', 'grading', { seed: 20 }) },
  elira: { ...person('Elira Gashi'), ...at('evening', 'decision', 'decide', { seed: 30 }) },
  teuta: { ...person('Teuta Marku'), ...at('evening', 'offer', 'offer-open', { seed: 45 }) },
  arben: { ...person('Arben Shehu'), ...at('evening', 'rejected', 'closed', { seed: 50 }) },
  gent: { ...person('Gent Molla'), ...at('evening', 'hired', 'closed', { seed: 85 }) },
  marko: { ...person('Marko Ilić'), ...at('day', 'interview', 'interview-ahead', { silent: 8, seed: 72 }) },
  sofia: { ...person('Sofia Lind'), ...at('day', 'references', 'reference-awaited', { seed: 81 }) },
  jonah: { ...person('Jonah Addo'), ...at('day', 'grading', 'grading', { seed: 93 }) },
  priya: { ...person('Priya Nair'), ...at('day', 'withdrawn', 'closed', { seed: 100 }) },
  pavel: { ...person('Pavel Morozov'), ...at('night', 'decision', 'decide', { seed: 110 }) },
  nina: { ...person('Nina Orlova'), ...at('night', 'grading', 'grading', { seed: 121 }) },
  kirill: { ...person('Kirill Zorin'), ...at('night', 'assignment', 'attempt-running', { seed: 130 }) },
} satisfies Record<string, Cast>
export type CastKey = keyof typeof cast
