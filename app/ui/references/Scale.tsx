import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { Notes } from '../Notes.tsx'

const points = ['1', '2', '3', '4', '5', '6', '7']

interface ScaleProps {
  name: string
  statement: string
  value?: string
  error?: string
}

/** One behaviour from 1 to 7, each as wide as a thumb, or not seen. */
export function Scale({ name, statement, value, error }: ScaleProps) {
  const { t } = useI18n()
  return (
    <fieldset className={classes('scale', !!error && 'wrong')}>
      <legend>{statement}</legend>
      <Notes id={name} error={error} />
      <div>
        {points.map((point, index) => (
          <label key={point}>
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${point}`}
              name={name}
              value={point}
              defaultChecked={value === point}
              aria-label={t('references.form.rating', { level: point })}
            />
            <span aria-hidden="true">{point}</span>
          </label>
        ))}
      </div>
      <label className="tick unseen">
        <input
          type="radio"
          className="radio"
          name={name}
          value="not-observed"
          defaultChecked={value === 'not-observed'}
        />
        <span>{t('references.form.notObserved')}</span>
      </label>
    </fieldset>
  )
}
