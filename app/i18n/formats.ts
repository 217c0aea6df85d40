import type { Locale } from '#app/domain/locale.ts'
import { albanianNames } from './albanian-names.ts'
import { type Formats, openPlainFormats } from './plain-formats.ts'

export type { Formats } from './plain-formats.ts'

/** As `openPlainFormats`, with every name at hand. Server only. */
export const openFormats = (locale: Locale): Formats => openPlainFormats(locale, albanianNames)
