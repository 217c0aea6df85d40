import { Form, Link, useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { type ViewAnswer, viewRules } from '#app/domain/saved-view.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Checkbox, Field, Select } from '../Field.tsx'
import { Toast } from '../Toast.tsx'
import { useUndoKey } from '../useUndoKey.ts'

interface ViewRow {
  id: string
  name: string
  query: string
  shared: boolean
  own: boolean
  by: string | null
  mayRemove: boolean
  current: boolean
}

interface ViewsProps {
  rows: readonly ViewRow[]
  /** To choose from, where the list is of several teams. */
  teams?: readonly { id: string; name: string }[]
  /** What came of the last act. */
  answer?: ViewAnswer
}

/** Addresses of this list that were kept under a name, and the way to keep this one. */
export function SavedViews({ rows, teams = [], answer }: ViewsProps) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const opener = useRef<HTMLElement>(null)
  const did = answer && 'did' in answer ? answer : undefined
  // The button that was pressed may be gone by now, with its row.
  useEffect(() => {
    if (did && rows && document.activeElement === document.body)
      opener.current?.focus({ preventScroll: true })
  }, [did, rows])
  const manageable = rows.filter(({ own, mayRemove }) => own || mayRemove)
  const refused = answer && 'refused' in answer && answer.does !== 'restore'
  return (
    <section className="views" aria-label={t('pipeline.views.title')}>
      {rows.length > 0 && (
        <ul>
          {rows.map(({ id, name, query, shared, by, current }) => (
            <li key={id}>
              <Link
                to={query ? `${pathname}?${query}` : pathname}
                aria-current={current ? 'page' : undefined}
              >
                {name}
              </Link>
              {by !== null && <span className="label"> {t('pipeline.views.by', { name: by })}</span>}
              {by === null && shared && <span className="label"> {t('pipeline.views.shared')}</span>}
            </li>
          ))}
        </ul>
      )}
      {/* Closed again by what was saved; what is refused keeps it open. */}
      <details key={did?.did === 'save' ? did.id : 'open'} open={refused || undefined}>
        <summary ref={opener}>
          {t(manageable.length > 0 ? 'pipeline.views.openAll' : 'pipeline.views.open')}
        </summary>
        <Save
          teams={teams}
          refused={answer && 'refused' in answer && answer.does === 'save' ? answer : undefined}
        />
        {manageable.length > 0 && (
          <ul className="rows">
            {manageable.map((row) => (
              <li key={`${row.id} ${row.name} ${row.shared}`}>
                <Change
                  row={row}
                  refused={answer && 'refused' in answer && answer.view === row.id ? answer : undefined}
                />
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}

type Refused = Extract<ViewAnswer, { refused: string }>

function useRefusal(): (refused?: Refused) => string | undefined {
  const { t } = useI18n()
  return (refused) => refused && t(`pipeline.views.refusals.${refused.refused}`, { most: viewRules.each })
}

function Save({ teams, refused }: Pick<ViewsProps, 'teams'> & { refused?: Refused }) {
  const { t } = useI18n()
  const why = useRefusal()
  const { state } = useNavigation()
  return (
    <Form method="post" className="dense stack tight" preventScrollReset>
      <input type="hidden" name="does" value="save" />
      <Field
        id="view-name"
        name="name"
        label={t('pipeline.views.name')}
        hint={t('pipeline.views.hint')}
        error={why(refused)}
        defaultValue={refused?.name}
        maxLength={viewRules.longest}
        autoComplete="off"
        required
      />
      {teams && teams.length > 1 && (
        <Select
          id="view-team"
          name="team"
          label={t('pipeline.views.team')}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkbox
        id="view-shared"
        name="shared"
        label={t('pipeline.views.share')}
        defaultChecked={refused?.shared}
        optional={false}
      />
      <Button busy={state === 'submitting' ? t('ui.sending') : undefined}>{t('pipeline.views.save')}</Button>
    </Form>
  )
}

/** One's own view: its name, who sees it, the way off the list. Somebody else's can only be taken off. */
function Change({ row, refused }: { row: ViewRow; refused?: Refused }) {
  const { t } = useI18n()
  const why = useRefusal()
  const { id, name, shared, own } = row
  return (
    <Form method="post" className="dense" preventScrollReset aria-label={name}>
      <input type="hidden" name="view" value={id} />
      {own ? (
        <>
          <Field
            id={`name-${id}`}
            name="name"
            label={<span className="vh">{t('pipeline.views.name')}</span>}
            error={why(refused)}
            defaultValue={refused?.name ?? name}
            maxLength={viewRules.longest}
            autoComplete="off"
            required
          />
          <Checkbox
            id={`shared-${id}`}
            name="shared"
            label={t('pipeline.views.share')}
            defaultChecked={refused?.shared ?? shared}
          />
        </>
      ) : (
        <p className="field">{name}</p>
      )}
      <div className="row">
        {own && (
          <Button name="does" value="change">
            {t('pipeline.views.change')}
          </Button>
        )}
        <Button kind="plain" name="does" value="remove" formNoValidate>
          {t('pipeline.views.remove')}
        </Button>
      </div>
    </Form>
  )
}

/** What was done with a view, and the way back from a removal. */
export function ViewSaid({ answer }: { answer: ViewAnswer }) {
  const { t } = useI18n()
  const why = useRefusal()
  if ('refused' in answer) return answer.does === 'restore' ? <Toast key="over">{why(answer)}</Toast> : null
  const words = t(`pipeline.views.said.${answer.did}`, { name: answer.name })
  return answer.did === 'remove' ? (
    <Removed key={answer.id} id={answer.id} words={words} />
  ) : (
    <Toast key={`${answer.did} ${answer.id}`}>{words}</Toast>
  )
}

const seconds = 10

function Removed({ id, words }: { id: string; words: string }) {
  const { pathname, search } = useLocation()
  const undo = { to: `${pathname}${search}`, fields: { does: 'restore', view: id } }
  useUndoKey(undo.to, seconds, undo.fields)
  return (
    <Toast undo={undo} seconds={seconds}>
      {words}
    </Toast>
  )
}
