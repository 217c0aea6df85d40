import { type ReactNode, useEffect, useRef } from 'react'
import { type PageMarks, sumOfWeights } from '#app/domain/own-page.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { useSpeak } from '../attempt/useSpeak.tsx'
import { Button } from '../Button.tsx'
import { Select, Textarea } from '../Field.tsx'

export interface MarkFormsProps {
  marks: PageMarks
  edit: (change: (before: PageMarks) => PageMarks) => void
  open: string | null
  setOpen: (mark: string | null) => void
  nameOf: (part: string) => string
  locked: boolean
}

const said = ['wrong', 'costs', 'good', 'partly'] as const
const claimed = ['looks', 'right', 'claim'] as const

export function DefectForms({ marks, edit, open, setOpen, nameOf, locked }: MarkFormsProps) {
  const { t } = useI18n()
  const [spoken, speak] = useSpeak()
  const change = (id: string, to: Partial<PageMarks['defects'][number]>) =>
    edit((before) => ({
      ...before,
      defects: before.defects.map((one) => (one.id === id ? { ...one, ...to } : one)),
    }))
  const remove = (id: string) => {
    edit((before) => ({ ...before, defects: before.defects.filter((one) => one.id !== id) }))
    speak(t('scenarios.ownPage.removed', { id }))
  }
  return (
    <section className="first">
      <div className="split">
        <h2>{t('scenarios.ownPage.defects')}</h2>
        <span className="label num">{t('scenarios.ownPage.sum', { sum: sumOfWeights(marks) })}</span>
      </div>
      {spoken}
      {marks.defects.length === 0 && <p className="quiet">{t('scenarios.ownPage.noDefects')}</p>}
      <ul className="marks">
        {marks.defects.map((defect) => (
          <Mark
            key={defect.id}
            id={defect.id}
            name={defect.wrong}
            open={open === defect.id}
            setOpen={setOpen}
          >
            <Select
              name={`weight-${defect.id}`}
              label={t('scenarios.ownPage.weight')}
              value={defect.weight}
              disabled={locked}
              options={([1, 2, 3] as const).map((weight) => ({
                value: String(weight),
                label: t(`scenarios.ownPage.weights.${weight}`),
              }))}
              onChange={(event) => change(defect.id, { weight: Number(event.target.value) })}
            />
            <div className="field">
              <span className="label">{t('scenarios.ownPage.places')}</span>
              <ul className="row places">
                {defect.parts.map((part) => (
                  <li key={part}>
                    {nameOf(part)}
                    {!locked && (
                      <Button
                        type="button"
                        kind="plain"
                        dense
                        aria-label={t('scenarios.ownPage.removePlace', { part: nameOf(part) })}
                        onClick={() =>
                          change(defect.id, { parts: defect.parts.filter((one) => one !== part) })
                        }
                      >
                        ×
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </div>
            {said.map((field) => (
              <Textarea
                key={field}
                name={`${field}-${defect.id}`}
                label={t(`scenarios.ownPage.${field}`)}
                rows={2}
                maxLength={2000}
                lang={marks.writtenIn}
                readOnly={locked}
                value={defect[field]}
                onChange={(event) => change(defect.id, { [field]: event.target.value })}
              />
            ))}
            {!locked && (
              <Button type="button" kind="plain" dense onClick={() => remove(defect.id)}>
                {t('scenarios.ownPage.remove', { id: defect.id })}
              </Button>
            )}
          </Mark>
        ))}
      </ul>
    </section>
  )
}

export function DecoyForms({ marks, edit, open, setOpen, nameOf, locked }: MarkFormsProps) {
  const { t } = useI18n()
  const [spoken, speak] = useSpeak()
  const change = (id: string, to: Partial<PageMarks['decoys'][number]>) =>
    edit((before) => ({
      ...before,
      decoys: before.decoys.map((one) => (one.id === id ? { ...one, ...to } : one)),
    }))
  const remove = (id: string) => {
    edit((before) => ({ ...before, decoys: before.decoys.filter((one) => one.id !== id) }))
    speak(t('scenarios.ownPage.removed', { id }))
  }
  return (
    <section className="first">
      <h2>{t('scenarios.ownPage.decoys')}</h2>
      {spoken}
      {marks.decoys.length === 0 && <p className="quiet">{t('scenarios.ownPage.noDecoys')}</p>}
      <ul className="marks">
        {marks.decoys.map((decoy) => (
          <Mark key={decoy.id} id={decoy.id} name={decoy.looks} open={open === decoy.id} setOpen={setOpen}>
            <p className="label">{nameOf(decoy.part)}</p>
            {claimed.map((field) => (
              <Textarea
                key={field}
                name={`${field}-${decoy.id}`}
                label={t(`scenarios.ownPage.${field}`)}
                rows={2}
                maxLength={2000}
                lang={marks.writtenIn}
                readOnly={locked}
                value={decoy[field]}
                onChange={(event) => change(decoy.id, { [field]: event.target.value })}
              />
            ))}
            {!locked && (
              <Button type="button" kind="plain" dense onClick={() => remove(decoy.id)}>
                {t('scenarios.ownPage.remove', { id: decoy.id })}
              </Button>
            )}
          </Mark>
        ))}
      </ul>
    </section>
  )
}

/** One mark: its number and first words, and under them what is written of it. */
function Mark(props: {
  id: string
  name: string
  open: boolean
  setOpen: (mark: string | null) => void
  children: ReactNode
}) {
  const { id, name, open, setOpen, children } = props
  const { t } = useI18n()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) body.current?.querySelector<HTMLElement>('textarea, select')?.focus()
  }, [open])
  return (
    <li id={`mark-${id}`}>
      <button
        type="button"
        className="finding-title"
        aria-expanded={open}
        onClick={() => setOpen(open ? null : id)}
      >
        <span className="num label">{id}</span>
        <span className="typed-line">{name.trim() || t('scenarios.ownPage.unnamed')}</span>
      </button>
      {open && (
        <div className="finding-form" ref={body}>
          {children}
        </div>
      )}
    </li>
  )
}
