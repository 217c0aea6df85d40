import type { Level } from '#app/domain/dimensions.ts'
import type { DimensionView } from '#app/domain/scenario/rubric.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Criterion, descending } from './LevelChoice.tsx'

export interface FeedbackShown {
  shown: DimensionView
  level: Level
  next: Level | null
  /** What this very case has to say of a reply at that level. */
  here: string
}

/** One criterion after the newcomer has judged: what the chosen level says, what the next one would take. */
export function Feedback({ shown, level, next, here, lang }: FeedbackShown & { lang: string }) {
  const { t } = useI18n()
  const word = (of: Level) => ({ level: of, word: t(`domain.levels.${of}`) })
  return (
    <section className="level-row">
      <Criterion shown={shown} lang={lang} />
      <p className="strong">{t('newcomers.feedback.placed', word(level))}</p>
      <p className="read" lang={lang}>
        {here}
      </p>
      {next ? (
        <>
          <h3>{t('newcomers.feedback.up', word(next))}</h3>
          <p lang={lang}>{shown.anchors[next]}</p>
        </>
      ) : (
        <p className="quiet">{t('newcomers.feedback.top')}</p>
      )}
      <details>
        <summary>{t('newcomers.feedback.every')}</summary>
        <dl className="ladder" lang={lang}>
          {descending.map((one) => (
            <LadderRow key={one} level={one} text={shown.anchors[one]} here={one === level} />
          ))}
        </dl>
      </details>
    </section>
  )
}

const LadderRow = ({ level, text, here }: { level: Level; text: string; here: boolean }) => (
  <>
    <dt className={here ? 'here' : undefined}>{level}</dt>
    <dd className={here ? 'here' : undefined}>{text}</dd>
  </>
)
