import { fieldIssues } from '#app/domain/issues.ts'
import { type Behaviour, type ReferenceForm, referenceForm } from '#app/domain/references.ts'
import { textLimits } from '#app/domain/text.ts'
import type { SentForm } from './form.ts'

/** The form of a referee as it was typed, field by field; what is empty is left out. */
export type TypedReference = Record<string, string>

const plain = ['relation', 'role', 'months', 'closeness', 'observed', 'most', 'least', 'again', 'text']

export function typedReference(sent: SentForm, behaviours: readonly Behaviour[]): TypedReference {
  const names = [...plain, ...behaviours.map((code) => `ratings.${code}`)]
  return Object.fromEntries(names.map((name) => [name, sent.text(name)]).filter(([, value]) => value !== ''))
}

/** What an unfinished form may not hold: texts that are too long to be kept, answers that no button of ours sends. */
export function draftIssues(typed: TypedReference): Record<string, string> {
  const issues: Record<string, string> = {}
  for (const [name, value] of Object.entries(typed)) {
    const limit = name === 'text' ? textLimits.paragraph : textLimits.line
    if (value.length > limit) issues[name] = 'too-long'
  }
  return issues
}

export function readReference(
  typed: TypedReference,
  behaviours: readonly Behaviour[],
): { ok: true; form: ReferenceForm } | { issues: Record<string, string> } {
  const { role = '', text = '', ...fields } = typed
  const ratings = Object.fromEntries(behaviours.map((code) => [code, typed[`ratings.${code}`] ?? '']))
  const parsed = referenceForm.safeParse({ ...fields, role, text, ratings })
  return parsed.success ? { ok: true, form: parsed.data } : { issues: fieldIssues(parsed.error) }
}

/** What a referee is told of a request that takes nothing any more: that theirs has arrived, or that it is over. */
export const refereeCode = (refused: string) =>
  refused === 'reference-received' ? refused : 'reference-over'
