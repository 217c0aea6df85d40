import type { Locale } from '#app/domain/locale.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { sq } from './sq.ts'

export type Fact = 'worry' | 'returned' | 'fix' | 'date' | 'ours' | 'blame' | 'retort'
export type Ways = Record<Fact, { says: string[]; not: string[] }>

/**
 * Ways of saying a fact, and sentences that come near it and do not say it. In the first draw: €1,240, Harbour Bank,
 * today is the 18th, leaves on the 19th, arrives by the 21st.
 */
export const ways: Record<Locale, Ways> = { en, ru, sq }
