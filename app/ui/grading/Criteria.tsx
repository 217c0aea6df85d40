import {
  type Dimension,
  familyOf,
  type IncidentKind,
  incidentKinds,
  isIncidentKind,
  quoteNeeded,
} from '#app/domain/dimensions.ts'
import { draftOf, type GradingDraft, type Place } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { Rubric } from '../Rubric.tsx'
import { type DeskAct, isGraded } from './desk-state.ts'
import { LookAt } from './LookAt.tsx'
import { useQuoteText } from './Marked.tsx'
import { Others } from './Others.tsx'
import type { DeskData } from './types.ts'

export interface CriteriaProps {
  data: DeskData
  draft: GradingDraft
  dimension: Dimension
  fixed: boolean
  selected: Place | undefined
  sentences: readonly Place[]
  act: (act: DeskAct) => void
  /** What cannot be locked yet, and why. */
  problem: string | null
}

/** One criterion at a time: its five anchors, what shows the level, a note. */
export function Criteria(props: CriteriaProps) {
  const { data, draft, dimension, fixed, act, problem } = props
  const { t } = useI18n()
  const family = familyOf(dimension)
  const grade = draftOf(draft, dimension)
  const anchors = data.criteria.find((one) => one.dimension === dimension)?.anchors
  const name = t(`domain.dimensions.${dimension}.name`)
  return (
    <>
      <Tabs {...props} />
      <div className="criterion">
        <h2>
          <span className={classes('num', family === 'attitude' ? 'a' : 'k')}>{dimension}</span> {name}
        </h2>
        <span className="label">{t(`domain.dimensions.${dimension}.long`)}</span>
      </div>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      {anchors && (
        <div lang={data.locale}>
          <Rubric
            name={`level-${dimension}`}
            family={family}
            title={`${dimension} ${name}`}
            anchors={anchors}
            value={grade.noEvidence ? 'ne' : (grade.level ?? undefined)}
            disabled={fixed}
            onChoose={(choice) => act({ type: 'choose', choice })}
          />
        </div>
      )}
      <Proof {...props} />
      <label className="field" htmlFor="comment">
        <span className="label">{t('grading.comment')}</span>
        <textarea
          id="comment"
          rows={2}
          maxLength={2000}
          readOnly={fixed}
          value={grade.comment}
          onChange={(event) => act({ type: 'comment', text: event.target.value })}
        />
      </label>
      <Incident now={grade.incident} fixed={fixed} act={act} />
      <LookAt {...props} />
      {data.state === 'revealed' ? (
        <Others data={data} dimension={dimension} />
      ) : (
        <p className="label blind">{t('grading.blind')}</p>
      )}
    </>
  )
}

function Tabs({ data, draft, dimension, act }: CriteriaProps) {
  const { t } = useI18n()
  return (
    <nav className="dims" aria-label={t('grading.criteria')}>
      {data.criteria.map(({ dimension: one }) => {
        const grade = draftOf(draft, one)
        const family = familyOf(one)
        return (
          <button
            key={one}
            type="button"
            className={family}
            aria-current={one === dimension ? 'true' : undefined}
            onClick={() => act({ type: 'dimension', to: one })}
          >
            <i className={family === 'attitude' ? 'dotA' : 'sqK'} />
            <span className="num">{one}</span>
            <span className="vh">{t(`domain.dimensions.${one}.name`)}</span>
            {isGraded(grade) && <b>{grade.level ?? t('ui.rubric.ne')}</b>}
          </button>
        )
      })}
    </nav>
  )
}

function Proof({ data, draft, dimension, fixed, selected, act }: CriteriaProps) {
  const { t } = useI18n()
  const short = useQuoteText()
  const { quotes, level, incident } = draftOf(draft, dimension)
  const missing = quotes.length === 0 && ((level !== null && quoteNeeded(level)) || incident !== null)
  const mark = familyOf(dimension) === 'attitude' ? 'qa' : 'qk'
  return (
    <section className="proof" aria-label={t('grading.proof')}>
      <p className="split">
        <span className="label">{t('grading.proof')}</span>
        <span className={missing ? 'lamp label-lamp' : 'label'}>{t('grading.proofNeeded')}</span>
      </p>
      {quotes.map((quote) => (
        <blockquote key={`${quote.start} ${quote.end}`} lang={data.locale}>
          <span>
            <mark className={mark}>{short(data.text.slice(quote.start, quote.end))}</mark>
          </span>
          {!fixed && (
            <button
              type="button"
              className="btn plain dense"
              onClick={() => act({ type: 'quote', place: quote })}
            >
              {t('grading.removeQuote')}
            </button>
          )}
        </blockquote>
      ))}
      {!fixed &&
        (selected ? (
          <button
            type="button"
            className="btn dense"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => act({ type: 'quote', place: selected })}
          >
            {t('grading.markSelection')}
          </button>
        ) : (
          quotes.length === 0 && <p className="hint">{t('grading.markHint')}</p>
        ))}
    </section>
  )
}

function Incident(props: { now: IncidentKind | null; fixed: boolean; act: (act: DeskAct) => void }) {
  const { t } = useI18n()
  const { now, fixed, act } = props
  return (
    <div className="field incident">
      <label className="label" htmlFor="incident">
        {t('grading.incident')}
      </label>
      <select
        id="incident"
        value={now ?? ''}
        disabled={fixed}
        onChange={({ target: { value } }) =>
          act({ type: 'incident', kind: isIncidentKind(value) ? value : null })
        }
      >
        <option value="">{t('grading.noIncident')}</option>
        {incidentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`domain.incidents.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
