import type { Names } from './plain-formats.ts'

/** Texts by namespace, then by key; where they are Albanian, what languages and countries are called beside them. */
export type Texts = Readonly<Record<string, object>> & { readonly names?: Names }

const known = new Map<string, Texts>()

export const keepTexts = (name: string, texts: Texts): void => {
  known.set(name, texts)
}

/** Texts that are known here: on the server all that it has named, in a browser those that it has fetched. */
export function textsNamed(name: string): Texts {
  const texts = known.get(name)
  if (!texts) throw new Error(`The texts ${name} are not here yet`)
  return texts
}

export const textsAddress = (name: string) => `/texts/${name}`

/** For a browser: gets the texts once; they never change under their name. Throws when they cannot be had. */
export async function fetchTexts(name: string): Promise<void> {
  if (known.has(name)) return
  const response = await fetch(textsAddress(name))
  if (!response.ok) throw new Error(`${textsAddress(name)}: ${response.status}`)
  keepTexts(name, (await response.json()) as Texts)
}
