import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { fetchTexts } from './i18n/texts.ts'
import { skipByHand } from './ui/skip-by-hand.ts'

const again = 2_000

/** Whatever is still missing: a page may have come over a bad line, and stays readable meanwhile. */
async function allTexts(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[data-texts]')]
  try {
    await Promise.all(links.map(({ dataset: { texts = '' } }) => fetchTexts(texts)))
  } catch {
    await new Promise((resolve) => setTimeout(resolve, again))
    await allTexts()
  }
}

skipByHand()
await allTexts()
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
