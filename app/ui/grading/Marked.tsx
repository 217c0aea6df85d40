import { type RefObject, useEffect, useRef } from 'react'
import type { Family } from '#app/domain/dimensions.ts'
import type { Place } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { type Piece, stretches } from './pieces.ts'

interface MarkedProps {
  passage: { text: string; start: number }
  sentences: readonly Place[]
  /** The sentence under the cursor, in the whole answer's order. */
  current: number
  quotes: readonly Place[]
  family: Family
}

/** One passage of what was written: quotes underlined, names hidden, the sentence under the cursor between two strokes. */
export function Marked({ passage, sentences, current, quotes, family }: MarkedProps) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (current >= 0) here.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <p className="read typed">
      {stretches(passage, sentences, quotes).map(({ sentence, start, pieces }) => {
        const words = pieces.map((piece) => <Stroke key={piece.start} piece={piece} family={family} />)
        if (sentence === null) return <span key={start}>{words}</span>
        const at = sentence === current
        return (
          <span
            key={start}
            ref={at ? here : undefined}
            className={classes('sentence', at && 'at')}
            aria-current={at ? 'true' : undefined}
          >
            {words}
          </span>
        )
      })}
    </p>
  )
}

function Stroke({ piece, family }: { piece: Piece; family: Family }) {
  const { t } = useI18n()
  const { start, end, text, quoted, hidden } = piece
  const at = { 'data-start': start, 'data-end': end }
  if (hidden)
    return (
      <span className="masked" {...at}>
        {t('grading.masked')}
      </span>
    )
  if (quoted)
    return (
      <mark className={family === 'attitude' ? 'qa' : 'qk'} {...at}>
        {text}
      </mark>
    )
  return <span {...at}>{text}</span>
}

const bounds = ({ dataset }: HTMLElement): Place => ({
  start: Number(dataset.start),
  end: Number(dataset.end),
})

/** Where one end of a selection stands in the answer. A hidden name is taken whole: what is drawn there has another length. */
function offsetIn(piece: HTMLElement, node: Node, offset: number, edge: 'start' | 'end'): number {
  const place = bounds(piece)
  const inside =
    piece.contains(node) && node.nodeType === Node.TEXT_NODE && !piece.classList.contains('masked')
  return inside ? place.start + offset : place[edge]
}

/**
 * The part of the answer that is selected with the pointer, without the white space at its ends; undefined when none is.
 * It ends with the passage in which it begins: the next one on the page need not be the next one in the text.
 */
export function selectedPlace(answer: RefObject<HTMLElement>, text: string): Place | undefined {
  const selection = window.getSelection()
  if (!answer.current || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const pieces = [...answer.current.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  )
  const [first] = pieces
  const last = pieces.findLast((piece) => piece.closest('.typed') === first?.closest('.typed'))
  if (!first || !last) return undefined
  let start = offsetIn(first, range.startContainer, range.startOffset, 'start')
  let end = offsetIn(last, range.endContainer, range.endOffset, 'end')
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return start < end ? { start, end } : undefined
}

/** A quote as it is shown away from its place: short, with names hidden. */
export function useQuoteText() {
  const { t } = useI18n()
  return (text: string, most = 160) => {
    const plain = text.replace(/\uE000+/gu, `[${t('grading.masked')}]`)
    return plain.length > most ? `${plain.slice(0, most).trimEnd()}…` : plain
  }
}
