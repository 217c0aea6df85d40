import type { Locale } from '../locale.ts'
import type { Finding } from './body.ts'
import { draw, fill, values } from './draw.ts'
import { fold } from './fold.ts'
import { placesOf } from './grader-view.ts'
import type { ReviewContent } from './page-review.ts'

/**
 * A hint word → a pattern. `~` stands for any ending, ( | ) and ? mean what they mean in a regular expression. A hint
 * that holds a figure is that figure alone, so that “€84” finds “84 euros”. Words begin and end at a letter: \b and \w
 * know no Cyrillic.
 */
export function hintPattern(hint: string): RegExp {
  const folded = fold(hint)
  const number = folded.match(/\d+(?:[.,]\d+)?/)?.[0]
  if (number) return new RegExp(`(?<![\\d.,])${number.replace(/[.,]/, '[.,]')}(?!\\d)`, 'u')
  const body = folded.replace(/[.*+^$[\]{}\\]/g, '\\$&').replace(/~/g, '\\p{L}*')
  const before = /^[(\p{L}]/u.test(folded) ? '(?<!\\p{L})' : ''
  const after = /[)?~\p{L}]$/u.test(folded) ? '(?!\\p{L})' : ''
  return new RegExp(`${before}(?:${body})${after}`, 'u')
}

/** `hinted`: the finding's words point at this one among several that stand in the same part. */
export type Suggestion = { id: string; kind: 'defect' | 'decoy'; hinted: boolean }

/**
 * Which planted defects or decoys a finding may mean: those that stand in its part in this draw, narrowed by hint words
 * where there are several. Only a suggestion: a person confirms, changes or refuses it.
 */
export function suggestMatches(
  finding: Pick<Finding, 'part' | 'wrong' | 'why' | 'fix'>,
  content: ReviewContent,
  locale: Locale,
  seed: string,
): Suggestion[] {
  const drawn = draw(content, seed)
  const found = values(content, locale, drawn)
  const key = content.texts[locale].grader
  const said = fold([finding.wrong, finding.why, finding.fix].join('\n'))
  const planted = [
    ...content.defects.map(({ id }) => ({
      id,
      kind: 'defect' as const,
      hints: key?.defects[id]?.hints ?? [],
    })),
    ...content.decoys.map(({ id }) => ({ id, kind: 'decoy' as const, hints: key?.decoys[id]?.hints ?? [] })),
  ]
  const here = planted
    .filter(({ id }) => placesOf(content, locale, drawn, id).includes(finding.part))
    .map(({ id, kind, hints }) => ({
      id,
      kind,
      hinted: hints.some((hint) => hintPattern(fill(hint, found)).test(said)),
    }))
  const hinted = here.filter((item) => item.hinted)
  return here.length > 1 && hinted.length > 0 ? hinted : here
}
