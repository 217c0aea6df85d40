import { useEffect } from 'react'
import type { SignBatch } from '#app/domain/signs.ts'
import { newId } from './device.ts'
import { SignBook } from './signs.ts'

const beatEvery = 15_000

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A field that is written in, of the part itself. */
function fieldOf(event: Event): HTMLTextAreaElement | HTMLInputElement | null {
  const { target } = event
  const writes = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  return writes && target.closest('main') ? target : null
}

/** Does the page itself say this: the brief, the handbook, a customer, the page under review, one's own text? */
function saidHere(text: string): boolean {
  const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.body)
  const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value)
  const shown = [document.body, ...frames].map((body) => body?.innerText ?? '')
  return [...shown, ...fields].some((said) => plain(said).includes(text))
}

async function send(batch: SignBatch, leaving: boolean): Promise<boolean> {
  try {
    const { status } = await fetch('/a/assignment/signs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(batch),
      keepalive: leaving,
      priority: 'low',
      signal: AbortSignal.timeout(10_000),
    })
    return status < 500 && status !== 429
  } catch {
    return false
  }
}

/**
 * Notes what the introduction says is noted of a part, and every fifteen seconds that its page is open. `beats` is false
 * where the page looks by itself. Nothing that is written waits for it.
 */
export function useSigns(answer: string, beats: boolean): void {
  useEffect(() => {
    const book = new SignBook(answer, { now: () => performance.now(), newId, send })
    const off = new AbortController()
    const on = { signal: off.signal, capture: true }
    const taken: string[] = []
    const lengths = new WeakMap<EventTarget, number>()
    let dragged = false

    const take = () => {
      const field = document.activeElement
      const writes = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
      const text = writes
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : String(document.getSelection())
      taken.push(plain(text))
      if (taken.length > 20) taken.shift()
    }
    document.addEventListener('copy', take, on)
    document.addEventListener('cut', take, on)
    document.addEventListener(
      'paste',
      (event) => {
        const text = plain(event.clipboardData?.getData('text/plain') ?? '')
        if (!fieldOf(event) || text === '' || taken.includes(text) || saidHere(text)) return
        book.pasted(text.length)
      },
      on,
    )
    document.addEventListener('dragstart', () => (dragged = true), on)
    document.addEventListener('dragend', () => (dragged = false), on)
    document.addEventListener(
      'beforeinput',
      (event) => {
        const field = fieldOf(event)
        if (field) lengths.set(field, field.value.length)
      },
      on,
    )
    document.addEventListener(
      'input',
      (event) => {
        const field = fieldOf(event)
        if (!field || !(event instanceof InputEvent)) return
        const grown = field.value.length - (lengths.get(field) ?? field.value.length)
        const { inputType, data } = event
        if (inputType === 'insertFromDrop') {
          if (!dragged) book.pasted(grown)
        } else if (inputType === 'insertText') book.typed(Math.max(grown, data?.length ?? 0))
        else if (inputType.startsWith('insert') && !/Paste|Yank/.test(inputType)) book.typed(grown)
      },
      on,
    )

    const here = () => document.visibilityState === 'visible' && document.hasFocus()
    const beat = () => {
      if (document.visibilityState === 'visible') void book.flush({ beat: beats })
    }
    const look = () => {
      if (here()) book.back()
      else book.away()
    }
    document.addEventListener(
      'visibilitychange',
      () => {
        look()
        if (document.visibilityState === 'hidden') void book.flush()
      },
      on,
    )
    window.addEventListener('focus', look, { signal: off.signal })
    // A press into the page under review takes the focus into its frame: only then is it known where it went.
    window.addEventListener('blur', () => setTimeout(look), { signal: off.signal })
    window.addEventListener('pagehide', () => void book.flush({ leaving: true }), { signal: off.signal })
    beat()
    const timer = setInterval(beat, beatEvery)
    return () => {
      clearInterval(timer)
      off.abort()
      void book.flush({ leaving: true })
    }
  }, [answer, beats])
}
