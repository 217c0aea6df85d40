import { Link } from '@remix-run/react'
import { railLimit } from '#app/domain/pipeline-list.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Lamp } from '../Lamp.tsx'
import { Stage } from '../Stage.tsx'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'
import { daysWords, nextWords } from './words.ts'

interface ToDoProps {
  kind: 'overdue' | 'yours'
  rows: readonly RowView[]
  count?: number
  /** The whole list, where there is more than stands here. */
  all?: string
}

/** Applications that need somebody today, those who have waited longest first. */
export function ToDo({ kind, rows, count = 0, all }: ToDoProps) {
  const { t } = useI18n()
  const heading =
    kind === 'yours'
      ? t('pipeline.today.yoursHead')
      : count < railLimit
        ? t('pipeline.today.overdueHead', { count })
        : t('pipeline.today.overdueAtMost', { count: railLimit })
  return (
    <section className="first">
      <h2>{heading}</h2>
      <ul className="todo">
        {rows.map((row) => (
          <Line key={row.id} row={row} late={kind === 'overdue'} />
        ))}
      </ul>
      {all && (kind === 'yours' || count > rows.length) && (
        <p>
          <Link to={all}>{t('pipeline.today.all')}</Link>
        </p>
      )}
    </section>
  )
}

function Line({ row, late }: { row: RowView; late: boolean }) {
  const speech = useI18n()
  const { t } = speech
  const { acts } = useDesk()
  const silence = daysWords(speech, row.silence)
  return (
    <li data-row={row.id}>
      <div>
        <p>
          <Link className="strong" to={`/team/applications/${row.id}`} data-stop="">
            {row.shown}
          </Link>{' '}
          <span className="label">{row.locale}</span> {late ? <Lamp>{silence}</Lamp> : null}
        </p>
        <p className="quiet">{nextWords(speech, row)}</p>
        <p className="label">
          <Stage stage={row.stage} /> · <span lang={row.vacancy.lang}>{row.vacancy.title}</span>
        </p>
      </div>
      {late && row.mayWrite && (
        <Button type="button" onClick={() => acts.run('word', [row.id])}>
          {t('pipeline.acts.word')}
        </Button>
      )}
    </li>
  )
}
