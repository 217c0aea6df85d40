import type { Settled } from './autosave.ts'
import type { CaseLine } from './inbox/case-line.ts'
import { settleTexts } from './useAutosave.ts'

/** The open cases of this visit. They go on sending when their page has given way to another. */
export const openCases = new Map<string, CaseLine>()

/** Sends what these answers still have in this visit. Knows no inbox by itself: who writes a letter need not fetch one. */
export async function settleOpen(answers: readonly string[], longest?: number): Promise<Settled> {
  const lines = answers.flatMap((answer) => openCases.get(answer) ?? [])
  const acts = await Promise.all(lines.map((line) => line.settle(longest)))
  const texts = await settleTexts(answers, longest)
  return acts.includes('waiting') ? 'waiting' : texts
}
