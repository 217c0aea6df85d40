import { Link } from '@remix-run/react'
import type { Order, Sort } from '#app/domain/pipeline-list.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { classes } from '../classes.ts'
import { Lamp } from '../Lamp.tsx'
import { SilenceLine } from '../SilenceLine.tsx'
import { Stage } from '../Stage.tsx'
import { Strip } from '../Strip.tsx'
import { useListLink } from './links.ts'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'
import { daysWords, nextWords, shortDays, whoWords } from './words.ts'

interface TableProps {
  name: string
  rows: readonly RowView[]
  order: Order
  /** Of several vacancies: which one stands under the person. */
  vacancies?: boolean
  sorts: readonly Sort[]
  /** How many stand in each group, where the page knows. */
  counted?: boolean
}

const turns = ['overdue', 'yours', 'others'] as const

/** Who waits for whom: in the order of turns in three groups, in any other order in one. */
export function PipelineTable({ name, rows, order, vacancies, sorts, counted }: TableProps) {
  const groups = order.by === 'turn' ? turns : [undefined]
  return (
    <Strip name={name}>
      <table className="table pipeline">
        <Head order={order} sorts={sorts} />
        {groups.map((turn) => {
          const own = turn ? rows.filter((row) => row.turn === turn) : rows
          if (own.length === 0) return null
          return (
            <tbody key={turn ?? 'all'}>
              {turn && <Group turn={turn} count={counted ? own.length : undefined} />}
              {own.map((row) => (
                <Row key={row.id} row={row} vacancies={vacancies} />
              ))}
            </tbody>
          )
        })}
      </table>
    </Strip>
  )
}

function Head({ order, sorts }: Pick<TableProps, 'order' | 'sorts'>) {
  const { t } = useI18n()
  return (
    <thead>
      <tr>
        <th className="c" scope="col">
          <span className="vh">{t('pipeline.list.pick')}</span>
        </th>
        <Column by="name" words={t('pipeline.list.person')} order={order} sorts={sorts} />
        <th className="lg" scope="col">
          <span className="vh">{t('pipeline.list.language')}</span>
        </th>
        <Column by="stage" words={t('pipeline.list.stage')} order={order} sorts={sorts} />
        <Column by="since" words={t('pipeline.list.in')} order={order} sorts={sorts} className="n" />
        <Column
          by="word"
          words={t('pipeline.list.since')}
          order={order}
          sorts={sorts}
          className="ql"
          span={2}
        />
        <th scope="col">{t('pipeline.list.next')}</th>
        <th scope="col">{t('pipeline.list.by')}</th>
        <th className="act" scope="col">
          <span className="vh">{t('pipeline.acts.move')}</span>
        </th>
      </tr>
    </thead>
  )
}

interface ColumnProps {
  by: Sort
  words: string
  order: Order
  sorts: readonly Sort[]
  className?: string
  span?: number
}

function Column({ by, words, order, sorts, className, span }: ColumnProps) {
  const { t } = useI18n()
  const link = useListLink()
  const current = order.by === by
  const sort = current && !order.down ? `-${by}` : by
  return (
    <th
      scope="col"
      className={className}
      colSpan={span}
      aria-sort={current ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      {sorts.includes(by) ? (
        <Link
          to={link({ sort })}
          aria-label={t('pipeline.list.sortBy', { column: words })}
          preventScrollReset
        >
          {words}
          {current && <span aria-hidden="true">{order.down ? ' ↓' : ' ↑'}</span>}
        </Link>
      ) : (
        words
      )}
    </th>
  )
}

function Group({ turn, count }: { turn: (typeof turns)[number]; count?: number }) {
  const { t, formats } = useI18n()
  return (
    <tr className="group">
      <th colSpan={10} scope="rowgroup">
        {t(`pipeline.list.${turn}`)}
        {count !== undefined && <span className="num"> {formats.number(count)}</span>}
      </th>
    </tr>
  )
}

function Row({ row, vacancies }: { row: RowView; vacancies?: boolean }) {
  const speech = useI18n()
  const { t } = speech
  const { picked, pick, move, acts } = useDesk()
  const isPicked = picked.has(row.id)
  const late = row.turn === 'overdue'
  // Whoever is no longer considered waits for nothing.
  const active = row.next !== 'closed'
  const silence = daysWords(speech, row.silence)
  return (
    <tr className={classes(isPicked && 'picked')} data-row={row.id}>
      <td className="c">
        <input
          type="checkbox"
          className="check"
          aria-label={t('pipeline.list.pickName', { name: row.shown })}
          checked={isPicked}
          onChange={() => pick(row.id)}
        />
      </td>
      <th scope="row">
        <Link to={`/team/applications/${row.id}`} data-stop="">
          {row.shown}
        </Link>
        {vacancies && (
          <Link className="label" to={`/team/vacancies/${row.vacancy.id}`} lang={row.vacancy.lang}>
            {row.vacancy.title}
          </Link>
        )}
      </th>
      <td className="label lg">{row.locale}</td>
      <td className="st">
        <Stage stage={row.stage} />
      </td>
      <td className="n quiet">{shortDays(speech, row.inStage)}</td>
      <td className="ql">{active && <SilenceLine days={row.silence} />}</td>
      <td className="n sl">{late ? <Lamp>{silence}</Lamp> : active && silence}</td>
      <td className="nx">
        {active && nextWords(speech, row)}
        {late && row.mayWrite && (
          <>
            {' '}
            <Button type="button" kind="plain" dense onClick={() => acts.run('word', [row.id])}>
              {t('pipeline.acts.word')}
            </Button>
          </>
        )}
      </td>
      <td className="by quiet">{active && whoWords(speech, row)}</td>
      <td className="act">
        <Button
          type="button"
          kind="plain"
          dense
          aria-label={t('pipeline.acts.moveTo', { name: row.shown })}
          onClick={() => move([row.id])}
        >
          {t('pipeline.acts.short')}
        </Button>
      </td>
    </tr>
  )
}
