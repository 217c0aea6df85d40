import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Place } from '#app/domain/grading-draft.ts'
import type { DeskFrame } from './desk-state.ts'
import { selectedPlace } from './Marked.tsx'
import { allSentences } from './pieces.ts'
import type { DeskData } from './types.ts'

/** What there is to grade: it does not change while the answer lies on the desk. */
export function useFrame(data: DeskData): DeskFrame {
  return useMemo(
    () => ({
      dimensions: data.criteria.map(({ dimension }): Dimension => dimension),
      sentences: allSentences(data.passages),
      findings: data.suggestions,
    }),
    [data],
  )
}

/** What is selected with the pointer, if it is of the candidate's own words. */
export function useSelected(answer: RefObject<HTMLDivElement>, text: string): Place | undefined {
  const [selected, select] = useState<Place | undefined>()
  useEffect(() => {
    const look = () => select(selectedPlace(answer, text))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [answer, text])
  return selected
}
