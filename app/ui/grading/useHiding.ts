import { useLocation, useRevalidator, useSubmit } from '@remix-run/react'
import { useState } from 'react'
import type { Place } from '#app/domain/grading-draft.ts'
import type { HideRefusal } from '#app/domain/hidden-words.ts'
import { undoSeconds } from '#app/domain/reveal.ts'

export interface HidingNote {
  says: 'done' | HideRefusal | 'nothing-chosen' | 'not-sent'
  /** In the browser's own time. */
  at: number
}

export interface Hiding {
  /** What came of it last, on this page. */
  note: HidingNote | null
  /** The sentence of which words are being chosen. */
  choosing: Place | null
  /** With a selection at once, else some words of the sentence under the cursor. */
  ask(selected: Place | undefined, sentence: Place | undefined): void
  hide(place: Place): Promise<void>
  stop(): void
  /** Shows them again; false when there is nothing to take back. */
  undo(): boolean
}

const refusals: readonly string[] = [
  'words-missing',
  'words-too-long',
  'words-too-many',
] satisfies HideRefusal[]
const isRefusal = (code: unknown): code is HideRefusal => typeof code === 'string' && refusals.includes(code)

/** Hiding words by hand: the answer comes once more, without them. */
export function useHiding(id: string): Hiding {
  const { revalidate } = useRevalidator()
  const submit = useSubmit()
  // Taking it back leads to this page anew, and so takes the note away.
  const { key: page } = useLocation()
  const [said, say] = useState<(HidingNote & { page: string }) | null>(null)
  const [choosing, choose] = useState<Place | null>(null)
  const note = said?.page === page ? said : null
  const saying = (says: HidingNote['says']) => say({ says, at: Date.now(), page })

  const hide = async (place: Place) => {
    choose(null)
    const sent = await fetch(`/team/grading/${id}/hide`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ start: place.start, end: place.end }),
    }).catch(() => null)
    if (sent?.ok) {
      window.getSelection()?.removeAllRanges()
      revalidate()
      return saying('done')
    }
    const body = await sent?.json().catch(() => null)
    saying(isRefusal(body?.code) ? body.code : 'not-sent')
  }
  return {
    note,
    choosing,
    hide,
    ask(selected, sentence) {
      if (selected) void hide(selected)
      else if (sentence) choose(sentence)
      else saying('nothing-chosen')
    },
    stop: () => choose(null),
    undo() {
      if (note?.says !== 'done' || Date.now() - note.at > undoSeconds * 1000) return false
      submit(null, { method: 'post', action: `/team/grading/${id}/show` })
      return true
    },
  }
}
