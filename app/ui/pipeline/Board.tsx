import { Link } from '@remix-run/react'
import { activeStages, type Stage } from '#app/domain/pipeline.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Lamp } from '../Lamp.tsx'
import { Strip } from '../Strip.tsx'
import { useListLink } from './links.ts'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'
import { daysWords, nextWords } from './words.ts'

interface BoardProps {
  name: string
  rows: readonly RowView[]
  /** How many stand at each stage in all; a column shows those who have waited longest. */
  counts: Readonly<Record<Stage, number>>
}

/** The same people by stage. Moving is the same dialog as everywhere, by button or by key. */
export function Board({ name, rows, counts }: BoardProps) {
  return (
    <Strip name={name}>
      <ol className="board">
        {activeStages.map((stage) => (
          <Column
            key={stage}
            stage={stage}
            rows={rows.filter((row) => row.stage === stage)}
            count={counts[stage]}
          />
        ))}
      </ol>
    </Strip>
  )
}

function Column({ stage, rows, count }: { stage: Stage; rows: readonly RowView[]; count: number }) {
  const { t, formats } = useI18n()
  const link = useListLink()
  const left = count - rows.length
  return (
    <li>
      <h2>
        {t(`ui.stage.${stage}`)} <span className="num">{formats.number(count)}</span>
      </h2>
      {rows.length === 0 && <p className="label">{t('pipeline.list.nobodyHere')}</p>}
      <ul>
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > 0 && left > 0 && (
        <p>
          <Link to={link({ view: undefined, stage })}>{t('pipeline.list.moreInStage', { count: left })}</Link>
        </p>
      )}
    </li>
  )
}

function Card({ row }: { row: RowView }) {
  const speech = useI18n()
  const { t } = speech
  const { move } = useDesk()
  return (
    <li data-row={row.id}>
      <p>
        <Link to={`/team/applications/${row.id}`} data-stop="">
          {row.shown}
        </Link>{' '}
        <span className="label">{row.locale}</span>
      </p>
      <p className="label">{nextWords(speech, row)}</p>
      {row.turn === 'overdue' && (
        <p>
          <Lamp>{daysWords(speech, row.silence)}</Lamp>
        </p>
      )}
      <Button
        type="button"
        kind="plain"
        dense
        aria-label={t('pipeline.acts.moveTo', { name: row.shown })}
        onClick={() => move([row.id])}
      >
        {t('pipeline.acts.short')}
      </Button>
    </li>
  )
}
