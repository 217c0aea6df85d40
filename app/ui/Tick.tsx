import { type ComponentPropsWithoutRef, type ComponentPropsWithRef, forwardRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { describedBy, type Framed, Notes, Optional } from './Notes.tsx'

/** One box with its words; the whole row is the target. `children` stand below the words, in the same row. */
export const Checkbox = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'> & Framed>(
  function Checkbox({ name, label, hint, error, optional, id = name, ...rest }, ref) {
    return (
      <>
        <label className={classes('tick', !!error && 'wrong')}>
          <input
            ref={ref}
            type="checkbox"
            {...rest}
            className="check"
            id={id}
            name={name}
            aria-describedby={describedBy(id, { hint, error })}
            aria-invalid={error ? true : undefined}
          />
          <span>
            {label}
            {optional && <Optional />}
            {hint && <small id={`${id}-hint`}>{hint}</small>}
          </span>
        </label>
        {error && <Notes id={id} error={error} />}
      </>
    )
  },
)

export interface TickOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  lang?: string
}

interface Group extends Framed {
  options: readonly TickOption[]
  /** Side by side instead of one below the other, for short words. */
  across?: boolean
  /** Spread on every input: what `register(name)` of react-hook-form returns. */
  input?: ComponentPropsWithRef<'input'>
}

function Rows({ type, chosen, ...group }: Group & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, label, hint, error, optional, options, across, input } = group
  const mark = type === 'radio' ? 'radio' : 'check'
  return (
    <fieldset className={classes('ticks', !!error && 'wrong')} aria-describedby={describedBy(name, group)}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <Notes id={name} hint={hint} error={error} />
      <div className={across ? 'across' : undefined}>
        {options.map((option, index) => (
          <label key={option.value} className={classes('tick', !!error && 'wrong')} lang={option.lang}>
            <input
              defaultChecked={chosen.includes(option.value)}
              {...input}
              type={type}
              className={mark}
              // The first box carries the group's name as its id, so that an error summary can lead to it.
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              disabled={option.disabled}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of several. */
export function RadioRow({ value, ...group }: Group & { value?: string }) {
  return <Rows {...group} type="radio" chosen={value === undefined ? [] : [value]} />
}

/** Any of several. */
export function CheckRow({ values = [], ...group }: Group & { values?: readonly string[] }) {
  return <Rows {...group} type="checkbox" chosen={values} />
}
