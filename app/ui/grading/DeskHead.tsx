import { Link } from '@remix-run/react'
import { ownZone } from '#app/i18n/intl.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Mark } from '../Mark.tsx'
import { Saved } from '../Saved.tsx'
import { Skip } from '../Skip.tsx'
import { Underway } from '../Underway.tsx'
import type { DeskData } from './types.ts'
import type { DraftSave } from './useDraftSave.ts'
import { useSpan } from './useSpan.ts'

/** The line above the desk: where one is, how much is left, whether all is saved. */
export function DeskHead({ data, save }: { data: DeskData; save: DraftSave }) {
  const { t, formats } = useI18n()
  const span = useSpan()
  const { done, total } = data.progress
  return (
    <header className="desk-head">
      <Skip />
      <Underway />
      <div className="who">
        <Mark to="/team" />
        <Link className="label" to="/team/grading">
          {t('grading.title')}
        </Link>
      </div>
      <p className="queue label num">
        {total > 0 && (
          <>
            <span>{t('grading.progress', { done, total })}</span>
            <Pile done={done} total={total} />
          </>
        )}
        {data.minutesLeft !== null && (
          <span className="pace">{t('grading.pace', { span: span(data.minutesLeft) })}</span>
        )}
      </p>
      <p className="where">
        {data.state === 'open' && (
          <Link className="label" to={`/team/grading/${data.id}/known`}>
            {t('grading.known.link')}
          </Link>
        )}
        <Saved state={save.state} time={save.savedAt ? formats.time(save.savedAt, ownZone()) : ''} />
      </p>
    </header>
  )
}

/** One stroke per answer of the pile, up to forty; the one in hand stands taller. */
function Pile({ done, total }: { done: number; total: number }) {
  const strokes = Math.min(40, total)
  const at = Math.min(strokes - 1, Math.round((done / total) * strokes))
  const places = Array.from({ length: strokes }, (_, index) => index * 4)
  return (
    <svg viewBox={`0 0 ${strokes * 4} 8`} width={strokes * 4} height="8" aria-hidden="true">
      {places.map((x) => (
        <rect
          key={x}
          className={x <= at * 4 ? 'd' : 'o'}
          x={x}
          y={x === at * 4 ? 0 : 2}
          width="3"
          height={x === at * 4 ? 8 : 4}
        />
      ))}
    </svg>
  )
}
