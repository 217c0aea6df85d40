import { activeStages, type Stage as StageName } from '#app/domain/pipeline.ts'
import { useI18n } from '#app/i18n/react.tsx'

const steps: readonly StageName[] = [...activeStages, 'hired']

/** The ticks of some steps as one line: a list draws this fifty times. */
const ticks = (from: number, to: number, line: string) =>
  steps
    .slice(from, to)
    .map((_, index) => `M${(2 + (from + index) * 5.9).toFixed(1)} ${line}`)
    .join('')

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
          <>
            {here > 0 && <path className="past" d={ticks(0, here, '3v6')} />}
            <path className="next" d={ticks(here + 1, steps.length, '4v4')} />
            <path className="here" d={ticks(here, here + 1, '0v12')} />
          </>
        )}
      </svg>
      {word ?? t(`ui.stage.${stage}`)}
    </span>
  )
}
