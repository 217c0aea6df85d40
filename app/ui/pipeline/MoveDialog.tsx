import { useState } from 'react'
import type { Stage } from '#app/domain/pipeline.ts'
import { type WayOut, waysFrom } from '#app/domain/pipeline-ways.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button, LinkButton } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Textarea } from '../Field.tsx'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'
import { wayWords } from './way-words.ts'

/** What may be done with this row from the list, by the table of moves. */
const waysOf = ({ stage, next }: RowView) =>
  waysFrom(stage, { 'grading-complete': next === 'graded', 'offer-decided': next === 'offer-lacking' })

/** Of several people: the stages to which all of them may be moved at once. */
function common(rows: readonly RowView[]): WayOut[] {
  const [first, ...others] = rows.map(waysOf)
  if (!first || others.length === 0) return first ?? []
  const plain = ({ way, refused }: WayOut) => !refused && (way === 'move' || way === 'invite')
  return first.filter(
    (way) => plain(way) && others.every((ways) => ways.some((own) => own.to === way.to && plain(own))),
  )
}

/** Where to: the moves of the table, each with what is missing where one is not possible yet. */
export function MoveDialog({ rows, onClose }: { rows: readonly RowView[]; onClose: () => void }) {
  const { t } = useI18n()
  const { acts, clear } = useDesk()
  const [note, write] = useState('')
  const [only] = rows
  const ways = common(rows)
  const close = () => {
    write('')
    onClose()
  }
  const go = (to: Stage, way: 'move' | 'invite') => {
    const ids = rows.map(({ id }) => id)
    acts.run(way, ids, way === 'move' ? { to, note } : {})
    clear()
    close()
  }
  const title =
    rows.length === 1 && only
      ? t('pipeline.acts.moveTo', { name: only.shown })
      : t('pipeline.acts.moveMany', { count: rows.length })
  return (
    <Dialog title={title} open={rows.length > 0} onClose={close}>
      <div className="dense stack">
        {ways.length === 0 && (
          <p>{rows.length > 1 ? t('pipeline.acts.noCommon') : t('pipeline.application.noMoves')}</p>
        )}
        <ul className="ways">
          {ways.map((way) => (
            <li key={way.to}>
              <Way way={way} id={only?.id ?? ''} go={go} />
            </li>
          ))}
        </ul>
        {ways.some(({ way }) => way === 'move') && (
          <Textarea
            name="note"
            label={t('pipeline.acts.note')}
            optional
            hint={t('pipeline.history.writeHint')}
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  )
}

function Way({
  way: { to, way, refused },
  id,
  go,
}: {
  way: WayOut
  id: string
  go: (to: Stage, way: 'move' | 'invite') => void
}) {
  const { t } = useI18n()
  const words = wayWords(t, { to, way })
  if (refused)
    return (
      <>
        <Button type="button" disabled>
          {words}
        </Button>
        <span className="label">{t(`pipeline.refusals.${refused}`)}</span>
      </>
    )
  if (way === 'decide' || way === 'offer')
    return <LinkButton to={`/team/applications/${id}/${way}`}>{words}</LinkButton>
  return (
    <Button type="button" onClick={() => go(to, way)}>
      {words}
    </Button>
  )
}
