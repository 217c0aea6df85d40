import { createContext, useContext } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { Catalogue } from '#app/i18n/catalogues.ts'

type Words = readonly { locale: Locale; words: Omit<Catalogue['failed'], 'codes'> }[]

/** The failed page in every language, for when not even the reader's own is known. Set on the server only. */
export const BareWordsContext = createContext<Words>([])
export const useBareWords = () => useContext(BareWordsContext)
