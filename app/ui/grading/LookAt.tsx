import type { Dimension } from '#app/domain/dimensions.ts'
import { draftOf, type GradingDraft, type Place } from '#app/domain/grading-draft.ts'
import { suspicionMeans } from '#app/domain/suspicion.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Decide } from './Decide.tsx'
import { type DeskAct, isGraded } from './desk-state.ts'
import { useQuoteText } from './Marked.tsx'
import type { DeskData, DeskSuspicion } from './types.ts'

interface LookAtProps {
  data: DeskData
  draft: GradingDraft
  dimension: Dimension
  sentences: readonly Place[]
  fixed: boolean
  act: (act: DeskAct) => void
}

/**
 * What a pattern found, after the grader's own first judgement of it: to look at, and nothing more. While the answer is
 * being graded it may be taken over as one's own critical incident; what it was is decided when the grades are open.
 */
export function LookAt({ data, draft, dimension, sentences, fixed, act }: LookAtProps) {
  const { t } = useI18n()
  const own = data.suspicions.filter(
    ({ code, after }) => (after === 'any' ? nearest(data, code) : after) === dimension,
  )
  if (own.length === 0 || (data.state === 'open' && !isGraded(draftOf(draft, dimension)))) return null
  return (
    <section className="look-at" aria-label={t('grading.lookAt.title')}>
      <p className="split">
        <b>{t('grading.lookAt.title')}</b>
        <span className="label">{t('grading.lookAt.hint')}</span>
      </p>
      <ul>
        {own.map((one) => (
          <li key={one.id}>
            <One
              one={one}
              data={data}
              sentences={sentences}
              draft={draft}
              dimension={dimension}
              fixed={fixed}
              act={act}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where its own criterion is not graded in this answer, it stands under the first one. */
const nearest = (data: DeskData, code: DeskSuspicion['code']) =>
  data.criteria.find(({ dimension }) => dimension === suspicionMeans[code].dimension)?.dimension ??
  data.criteria[0]?.dimension

function One({ one, data, sentences, draft, dimension, fixed, act }: LookAtProps & { one: DeskSuspicion }) {
  const { t } = useI18n()
  const short = useQuoteText()
  const index = sentences.findIndex(({ start, end }) => start <= one.start && one.start < end)
  const place = { start: one.start, end: one.start + one.quote.length }
  const { incident, quotes } = draftOf(draft, dimension)
  const means = suspicionMeans[one.code].incident
  const quoted = quotes.some(({ start, end }) => start === place.start && end === place.end)
  return (
    <>
      <p className="label">
        {t(`grading.lookAt.code.${one.code}`)}
        {one.status !== 'suspected' && ` · ${t(`grading.lookAt.status.${one.status}`)}`}
      </p>
      <blockquote lang={data.locale}>{short(one.quote)}</blockquote>
      <p className="row">
        {index >= 0 && (
          <Button type="button" kind="plain" dense onClick={() => act({ type: 'sentenceAt', to: index })}>
            {t('grading.lookAt.show')}
          </Button>
        )}
        {!fixed && incident !== means && (
          <Button
            type="button"
            kind="plain"
            dense
            onClick={() => {
              act({ type: 'incident', kind: means })
              if (!quoted) act({ type: 'quote', place })
            }}
          >
            {t('grading.lookAt.take', { incident: t(`domain.incidents.${means}`) })}
          </Button>
        )}
      </p>
      {data.state === 'revealed' && <Decide key={one.status} suspicion={one} />}
    </>
  )
}

/** What a person has confirmed stands above the answer as a note; everybody's grades are as they were. */
export function ConfirmedNotes({ suspicions }: { suspicions: readonly DeskSuspicion[] }) {
  const { t } = useI18n()
  const short = useQuoteText()
  return suspicions
    .filter(({ status }) => status === 'confirmed')
    .map(({ id, code, quote, reason, reviewer }) => (
      <aside key={id} className="confirmed-note">
        <p>
          <b>
            {t('grading.lookAt.incident', {
              incident: t(`domain.incidents.${suspicionMeans[code].incident}`),
            })}
          </b>
        </p>
        <p className="read">{short(quote)}</p>
        <p className="label">
          {reason} · {reviewer}
        </p>
      </aside>
    ))
}
