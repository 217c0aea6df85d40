import { activeStages, type Stage as StageName } from '#app/domain/pipeline.ts'
import { useI18n } from '#app/i18n/react.tsx'

const steps: readonly StageName[] = [...activeStages, 'hired']

/** Nine ticks and the one word, or the word that candidates know. Who has left the road has a line through it. */
export function Stage({ stage, word }: { stage: StageName; word?: string }) {
  const { t } = useI18n()
  const here = steps.indexOf(stage)
  return (
    <span className={here < 0 ? 'stage over' : 'stage'}>
      <svg viewBox="0 0 52 12" aria-hidden="true">
        {here < 0 ? (
          <line className="strike" x1="1" x2="49" y1="6" y2="6" />
        ) : (
          steps.map((step, index) => <Tick key={step} at={2 + index * 5.9} place={index - here} />)
        )}
      </svg>
      {word ?? t(`ui.stage.${stage}`)}
    </span>
  )
}

function Tick({ at, place }: { at: number; place: number }) {
  if (place === 0) return <line className="here" x1={at} x2={at} y1="0" y2="12" />
  if (place < 0) return <line className="past" x1={at} x2={at} y1="3" y2="9" />
  return <line className="next" x1={at} x2={at} y1="4" y2="8" />
}
