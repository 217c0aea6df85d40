import { createElement, Fragment } from 'react'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { wholePage } from '#app/server/whole-page.ts'

/** Words of odd and even lengths, so that letters of two bytes fall across the ends of React's buffers. */
const words = Array.from({ length: 2000 }, (_, n) => `${'ё'.repeat(n % 7)}${'x'.repeat(n % 3)} përgjigjja`)
const page = createElement(
  Fragment,
  null,
  words.map((word, n) => createElement('p', { key: n, title: word }, word)),
)

test('a long page in Cyrillic and Albanian arrives letter by letter as it was written', async () => {
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady() {
        pipe(wholePage((bytes) => resolve(new TextDecoder().decode(bytes))))
      },
      onError: reject,
    })
  })
  expect(html).toBe(renderToStaticMarkup(page))
})
