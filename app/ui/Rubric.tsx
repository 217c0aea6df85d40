import type { Family, Level } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from './classes.ts'

/** What a grader chooses: a level, or that this answer shows nothing. */
export type Choice = Level | 'ne'

interface RubricProps {
  name: string
  family: Family
  /** The dimension, for those who hear the group. */
  title: string
  anchors: Readonly<Record<Level, string>>
  value?: Choice
  disabled?: boolean
  onChoose?: (choice: Choice) => void
}

const descending: readonly Level[] = [5, 4, 3, 2, 1]

/** Five anchors read down; the number is the key that is pressed. Always in view, beside the answer. */
export function Rubric({ name, family, title, anchors, value, disabled, onChoose }: RubricProps) {
  const { t } = useI18n()
  const rows = [
    ...descending.map((level) => ({
      choice: level,
      key: String(level),
      text: anchors[level],
      said: t(`ui.rubric.level${level}`),
    })),
    { choice: 'ne' as const, key: t('ui.rubric.ne'), text: t('ui.rubric.neText'), said: undefined },
  ]
  return (
    <fieldset className={classes('rubric', family)} disabled={disabled}>
      <legend className="vh">{title}</legend>
      {rows.map(({ choice, key, text, said }) => (
        <label key={key} className={choice === 'ne' ? 'ne' : undefined}>
          <input
            type="radio"
            name={name}
            value={choice}
            {...(onChoose
              ? { checked: value === choice, onChange: () => onChoose(choice) }
              : { defaultChecked: value === choice })}
          />
          <span className="lvl">{key}</span>
          <span>
            {said && <span className="vh">{said}. </span>}
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
