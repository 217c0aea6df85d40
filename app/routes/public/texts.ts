import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, openTo, wordParam } from '#app/server/guard.ts'
import { packedTexts } from '#app/server/texts.ts'

/** Texts under their name, which tells their content: a browser asks once and keeps them. */
export async function loader(args: LoaderFunctionArgs) {
  openTo(args, 'everybody')
  const name = ['locale', 'of', 'hash'].map((part) => wordParam(args, part)).join('/')
  return new Response(found(packedTexts(name)), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
