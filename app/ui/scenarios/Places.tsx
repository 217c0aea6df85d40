import { useEffect, useRef } from 'react'
import type { PageMarks } from '#app/domain/own-page.ts'
import type { PartView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'

/** What can be done with a part of the page. */
export interface Marking {
  marks: PageMarks
  /** The mark whose words are open: it can be given another place. */
  open: string | null
  nameOf: (part: string) => string
  plant: (part: string) => void
  decoy: (part: string) => void
  alsoAt: (defect: string, part: string) => void
  show: (mark: string) => void
}

/** The ids of everything that is planted in a part. */
export const markedAt = ({ defects, decoys }: PageMarks, part: string): string[] => [
  ...defects.filter(({ parts }) => parts.includes(part)).map(({ id }) => id),
  ...decoys.filter((one) => one.part === part).map(({ id }) => id),
]

function Acts({ part, marking, dense }: { part: PartView; marking: Marking; dense?: boolean }) {
  const { t } = useI18n()
  const { marks, open, plant, decoy, alsoAt } = marking
  const current = marks.defects.find(({ id, parts }) => id === open && !parts.includes(part.id))
  const where = <span className="vh">: {marking.nameOf(part.id)}</span>
  return (
    <>
      {current && (
        <Button type="button" dense={dense} kind="plain" onClick={() => alsoAt(current.id, part.id)}>
          {t('scenarios.ownPage.addTo', { id: current.id })}
          {where}
        </Button>
      )}
      <Button type="button" dense={dense} kind={dense ? 'plain' : undefined} onClick={() => plant(part.id)}>
        {t('scenarios.ownPage.plant')}
        {where}
      </Button>
      <Button type="button" dense={dense} kind="plain" onClick={() => decoy(part.id)}>
        {t('scenarios.ownPage.decoy')}
        {where}
      </Button>
    </>
  )
}

/** The part that was pressed, and what may be done with it. Takes the focus, so that a press leads on by keyboard too. */
export function Chosen({ part, marking, lang }: { part: PartView | null; marking: Marking; lang: string }) {
  const { t } = useI18n()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (part) box.current?.focus()
  }, [part])
  const here = part ? markedAt(marking.marks, part.id) : []
  return (
    <section className="first chosen" ref={box} tabIndex={-1} aria-label={t('scenarios.ownPage.chosen')}>
      {part ? (
        <>
          <h2>{marking.nameOf(part.id)}</h2>
          <p className="quiet" lang={lang || undefined}>
            {part.text}
          </p>
          {here.length > 0 && (
            <p className="label">{t('scenarios.ownPage.here', { ids: here.join(', ') })}</p>
          )}
          <div className="row">
            <Acts part={part} marking={marking} />
          </div>
        </>
      ) : (
        <p className="quiet">{t('scenarios.ownPage.nothingChosen')}</p>
      )}
    </section>
  )
}

/** The same page for those who do not point at it: every part in its order, with what can be done there. */
export function PlaceList(props: {
  parts: readonly PartView[]
  lang: string
  locked: boolean
  marking: Marking
}) {
  const { parts, lang, locked, marking } = props
  return (
    <ol className="part-list">
      {parts.map((part) => (
        <li key={part.id}>
          <span className="num label">{part.id}</span>
          <div>
            <b>{part.label}</b>
            <p lang={lang || undefined}>{part.text}</p>
          </div>
          <div className="part-acts">
            {markedAt(marking.marks, part.id).map((mark) => (
              <Button key={mark} kind="plain" dense type="button" onClick={() => marking.show(mark)}>
                {mark}
              </Button>
            ))}
            {!locked && <Acts part={part} marking={marking} dense />}
          </div>
        </li>
      ))}
    </ol>
  )
}
