import { useNavigate, useRevalidator } from '@remix-run/react'
import { useCallback, useState } from 'react'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { GradingDraft } from '#app/domain/grading-draft.ts'
import { undoSeconds } from '#app/domain/reveal.ts'
import type { LockedNote } from './types.ts'
import type { DraftSave } from './useDraftSave.ts'

/** Why an answer could not be locked or amended, and where to look. */
export interface Problem {
  code: string
  dimensions: Dimension[]
  findings: string[]
}

const problemOf = (code: string, body?: Partial<Problem>): Problem => ({
  code,
  dimensions: body?.dimensions ?? [],
  findings: body?.findings ?? [],
})

async function post(
  url: string,
  body: unknown,
): Promise<{ ok: boolean; body: Record<string, unknown> } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { ok: response.ok, body: await response.json() }
  } catch {
    return null
  }
}

/** Locks with the draft that is on the screen and goes on to the next answer, taking along the note that undoes it. */
export function useLock(answer: { id: string; code: string }, save: DraftSave) {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, code } = answer

  const lock = useCallback(
    async (draft: GradingDraft) => {
      if (busy) return
      setBusy(true)
      setProblem(null)
      const baseRev = await save.ready()
      save.hold(true)
      const sent =
        baseRev === null
          ? null
          : await post(`/team/grading/${id}/lock`, { saveId: crypto.randomUUID(), baseRev, draft })
      setBusy(false)
      if (!sent?.ok) save.hold(false)
      if (!sent) return setProblem(problemOf('not-sent'))
      if (!sent.ok) {
        if (sent.body.code === 'already-locked' || sent.body.code === 'stale') revalidate()
        return setProblem(problemOf(String(sent.body.code), sent.body as Partial<Problem>))
      }
      await save.forget()
      const locked: LockedNote = { id, code, until: Date.now() + undoSeconds * 1000 }
      const next = sent.body.next
      navigate(typeof next === 'string' ? `/team/grading/${next}` : '/team/grading', { state: { locked } })
    },
    [busy, save, id, code, navigate, revalidate],
  )

  const amend = useCallback(
    async (grades: GradingDraft['grades'], reason: string): Promise<boolean> => {
      if (busy) return false
      setBusy(true)
      setProblem(null)
      const sent = await post(`/team/grading/${id}/amend`, { grades, reason })
      setBusy(false)
      if (sent?.ok) {
        revalidate()
        return true
      }
      setProblem(
        sent ? problemOf(String(sent.body.code), sent.body as Partial<Problem>) : problemOf('not-sent'),
      )
      return false
    },
    [busy, id, revalidate],
  )
  return { busy, problem, setProblem, lock, amend }
}
