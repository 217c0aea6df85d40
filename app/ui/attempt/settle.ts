import type { Settled } from './autosave.ts'
import { leftHere } from './device.ts'
import { caseName, settleActs } from './inbox/case-device.ts'
import { settleTexts } from './useAutosave.ts'

/** Sends everything of these answers that is still on this device: what was done first, then what is only written. */
export async function settle(answers: readonly string[], longest?: number): Promise<Settled> {
  const acts = await settleActs(answers, longest)
  const texts = await settleTexts(answers, longest)
  return acts === 'waiting' ? acts : texts
}

/** A shared computer keeps nothing of an assignment that was handed in. */
export async function clearDevice(answers: readonly string[]): Promise<void> {
  for (const { forget } of await leftHere([...answers, ...answers.map(caseName)])) await forget()
}
