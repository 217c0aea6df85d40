import { isDimension } from '#app/domain/dimensions.ts'
import type { PlayedExample } from '#app/domain/scenario/played-examples.ts'
import type { ExampleGrades } from '#app/domain/scenario/samples.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { SampleAnswer } from './ScenarioPage.tsx'

/** Answers as graders know them: what was written, and the level with the words that it rests on. */
export function SampleAnswers({ examples }: { examples: readonly (SampleAnswer | PlayedExample)[] }) {
  const { t } = useI18n()
  if (examples.length === 0) return null
  return (
    <section>
      <h3>{t('scenarios.scenario.examples')}</h3>
      {examples.map((example) => (
        <details key={example.name}>
          <summary>{example.name}</summary>
          {'words' in example
            ? example.words.map((words) => (
                <p key={words} className="read">
                  {words}
                </p>
              ))
            : example.conversations.map(({ who, ending, messages }) => (
                <Transcript key={who} who={who} ending={ending} messages={messages} />
              ))}
          <Grades grades={example.grades} />
        </details>
      ))}
    </section>
  )
}

function Grades({ grades }: { grades: ExampleGrades }) {
  const { t } = useI18n()
  return (
    <ul className="rows">
      {Object.entries(grades).map(([dimension, grade]) => (
        <li key={dimension}>
          <b>{isDimension(dimension) && t(`domain.dimensions.${dimension}.name`)}</b>{' '}
          <span className="num">{grade?.level}</span> · {grade?.why}
        </li>
      ))}
    </ul>
  )
}

interface TranscriptProps {
  who: string
  ending?: string | null
  messages: readonly { by: string; day: string; clock: string; text: string }[]
}

/** A conversation in its order: the clock of the case, who, what. */
export function Transcript({ who, ending, messages }: TranscriptProps) {
  return (
    <section>
      <h4>
        {who}
        {ending && <span className="label"> → {ending}</span>}
      </h4>
      <ol className="transcript">
        {messages.map(({ by, day, clock, text }) => (
          <li key={`${clock} ${by} ${text.slice(0, 40)}`} className={by === 'customer' ? undefined : 'agent'}>
            <span className="label">
              {day}
              <br />
              <time>{clock}</time>
            </span>
            <p className="read">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
