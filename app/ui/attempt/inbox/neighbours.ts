import type { Kind } from '#app/domain/scenario/common.ts'

const isCase = ({ kind }: { kind: Kind }) => kind === 'inbox' || kind === 'reply'

/** The parts around this one that are cases of a support inbox too, in their order: they read as one inbox. */
export function neighbours<Part extends { kind: Kind }>(parts: readonly Part[], here: number): Part[] {
  const one = parts[here]
  if (!one || !isCase(one)) return []
  const before = parts.slice(0, here)
  const after = parts.slice(here + 1)
  const first = before.findLastIndex((part) => !isCase(part)) + 1
  const end = after.findIndex((part) => !isCase(part))
  return [...before.slice(first), ...after.slice(0, end < 0 ? undefined : end)]
}
