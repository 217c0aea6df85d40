import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Full } from './Full.tsx'
import { describedBy, type Framed, Notes, Optional } from './Notes.tsx'

function Frame(props: Framed & { id: string; children: ReactNode }) {
  const { id, label, hint, error, optional, children } = props
  return (
    <div className={classes('field', !!error && 'wrong')}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {children}
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

const tied = (id: string, props: Framed) => ({
  id,
  name: props.name,
  'aria-describedby': describedBy(id, props),
  'aria-invalid': props.error ? true : undefined,
})

/** A label, a line to write on, a hint. */
export const Field = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'> & Framed>(
  function Field(props, ref) {
    const { name, label, hint, error, optional, id = name, ...rest } = props
    const framed = { name, label, hint, error, optional }
    return (
      <Frame {...framed} id={id}>
        <input ref={ref} required={!optional && rest.required} {...rest} {...tied(id, framed)} />
      </Frame>
    )
  },
)

/** Grows with what is typed. What a person writes is set in the reading face. */
export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<'textarea'> & Framed>(
  function Textarea(props, ref) {
    const { name, label, hint, error, optional, id = name, ...rest } = props
    const framed = { name, label, hint, error, optional }
    return (
      <Frame {...framed} id={id}>
        <textarea ref={ref} rows={4} {...rest} {...tied(id, framed)} />
        <Full text={rest.value} limit={rest.maxLength} />
      </Frame>
    )
  },
)

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

/** `empty` is the line shown while nothing is chosen. */
export const Select = forwardRef<
  HTMLSelectElement,
  ComponentPropsWithoutRef<'select'> & Framed & { options: readonly Option[]; empty?: string }
>(function Select(props, ref) {
  const { name, label, hint, error, optional, options, empty, id = name, ...rest } = props
  const framed = { name, label, hint, error, optional }
  return (
    <Frame {...framed} id={id}>
      <select ref={ref} {...rest} {...tied(id, framed)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
})

/** A file from the person's device. Which kinds and how large is said in the hint. */
export const FileField = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<'input'> & Framed>(
  function FileField(props, ref) {
    const { name, label, hint, error, optional, id = name, ...rest } = props
    const framed = { name, label, hint, error, optional }
    return (
      <Frame {...framed} id={id}>
        <input ref={ref} type="file" {...rest} className="upload" {...tied(id, framed)} />
      </Frame>
    )
  },
)

export { Checkbox, CheckRow, RadioRow } from './Tick.tsx'
