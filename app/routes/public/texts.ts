import type { LoaderFunctionArgs } from '@remix-run/node'
import { openTo, refuse, wordParam } from '#app/server/guard.ts'
import { packedTexts } from '#app/server/texts.ts'

/** Texts under their name, which tells their content: a browser asks once and keeps them. */
export async function loader(args: LoaderFunctionArgs) {
  openTo(args, 'everybody')
  const name = ['locale', 'of', 'hash'].map((part) => wordParam(args, part)).join('/')
  // A newer process of the same installation may have them already.
  const texts = packedTexts(name) ?? refuse(404, 'not-found', { 'Cache-Control': 'no-store' })
  return new Response(texts, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
