import type { Family } from '#app/domain/dimensions.ts'
import type { Place } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Findings } from '../grading/Findings.tsx'
import { Marked } from '../grading/Marked.tsx'
import { Judged, Lookup } from '../grading/MarkedBeside.tsx'
import { Replay } from '../grading/Replay.tsx'
import type { DeskData } from '../grading/types.ts'
import type { ReplayDesk } from '../grading/useReplay.ts'

interface WrittenProps {
  data: DeskData
  /** What the graders marked as evidence, for all criteria of one family at a time. */
  quotes: readonly Place[]
  family: Family
  replay: ReplayDesk
}

const nothing = () => {}

/** What was written, as the desk shows it, with nothing to be graded. */
export function Written(props: WrittenProps) {
  const { data, quotes, family, replay } = props
  const { t } = useI18n()
  const read = { data, quotes, family, sentences: [], sentence: -1 }
  const desk = {
    ...read,
    finding: -1,
    verdicts: [],
    page: false,
    onPage: nothing,
    fixed: true,
    replay,
    act: nothing,
  }
  return (
    <div className="written" lang={data.locale}>
      {data.passages.length === 0 && <p className="quiet">{t('grading.blank')}</p>}
      {data.case.kind === 'page-review' && <Findings {...desk} />}
      {data.case.kind === 'inbox' && <Replay {...desk} desk={replay} />}
      {data.case.kind === 'lookup' && <Lookup {...desk} />}
      {data.case.kind === 'judgement' && <Judged {...desk} />}
      {(data.case.kind === 'reply' || data.case.kind === 'writing') && <Plain {...read} />}
    </div>
  )
}

function Plain({ data, quotes, family }: Pick<WrittenProps, 'data' | 'quotes' | 'family'>) {
  const prompts = data.case.kind === 'writing' ? data.case.prompts : []
  return data.passages.map((passage) => (
    <section key={passage.start} className="passage">
      {prompts
        .filter(({ id }) => id === passage.of)
        .map(({ id, question }) => (
          <h3 key={id} className="asked">
            {question}
          </h3>
        ))}
      <Marked passage={passage} sentences={[]} current={-1} quotes={quotes} family={family} />
    </section>
  ))
}
