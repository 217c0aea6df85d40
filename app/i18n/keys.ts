import type { Catalogue } from './catalogues.ts'

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
type Unsuffixed<K extends string> = K extends `${infer Base}_${Plural}` ? Base : K
type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Unsuffixed<K>}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Every key of the English catalogue, plural endings taken off: `namespace.path.to.key`. */
export type MessageKey = Leaves<Catalogue>
export type Params = Record<string, string | number>
export type Translate = (key: MessageKey, params?: Params) => string
