import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import { freeId, mostDecoys, mostDefects, type PageMarks } from '#app/domain/own-page.ts'
import type { PartView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { ReviewedPage } from '../attempt/ReviewedPage.tsx'
import { Work } from '../attempt/Work.tsx'
import { Button, LinkButton } from '../Button.tsx'
import { PageHead } from '../StaffPage.tsx'
import { useHydrated } from '../useClock.ts'
import { DecoyForms, DefectForms } from './MarkForms.tsx'
import { Chosen, type Marking, markedAt, PlaceList } from './Places.tsx'
import { Standing } from './Standing.tsx'
import { TaskForm } from './TaskForm.tsx'
import { useOwnPage } from './useOwnPage.ts'

interface OwnPageProps {
  title: string
  id: string
  scenario: string
  rev: number
  contentRev: number | null
  archived: boolean
  problems: string[]
  languages: { code: Locale; name: string }[]
  lang: string
  boxes: number
  cut: boolean
  parts: PartView[]
  marks: PageMarks
}

/** The page on the left, what is planted in it and asked about it on the right. */
export function OwnPage(view: OwnPageProps) {
  const { t } = useI18n()
  const { title, id, scenario, archived, languages, parts } = view
  const kept = useOwnPage(view)
  const { marks, edit } = kept
  const hydrated = useHydrated()
  const [shown, show] = useState('marks')
  const [chosen, choose] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const nameOf = (part: string) => `${part} · ${parts.find((one) => one.id === part)?.label ?? ''}`

  const press = (part: string) => {
    if (archived || !hydrated) return
    choose(part)
    show('marks')
  }
  const pin = (mark: string) => {
    setOpen(mark)
    show('marks')
  }
  const marking: Marking = {
    marks,
    open,
    nameOf,
    plant(part) {
      if (marks.defects.length >= mostDefects) return
      const made = freeId('D', marks.defects)
      const blank = { id: made, weight: 2, parts: [part], wrong: '', costs: '', good: '', partly: '' }
      edit((before) => ({ ...before, defects: [...before.defects, blank] }))
      pin(made)
      choose(null)
    },
    decoy(part) {
      if (marks.decoys.length >= mostDecoys) return
      const made = freeId('X', marks.decoys)
      edit((before) => ({
        ...before,
        decoys: [...before.decoys, { id: made, part, looks: '', right: '', claim: '' }],
      }))
      pin(made)
      choose(null)
    },
    alsoAt(defect, part) {
      edit((before) => ({
        ...before,
        defects: before.defects.map((one) =>
          one.id === defect && !one.parts.includes(part)
            ? { ...one, parts: [...one.parts, part].sort() }
            : one,
        ),
      }))
      choose(null)
    },
    show: pin,
  }
  const pins = parts.flatMap(({ id: part }) =>
    markedAt(marks, part).map((mark) => ({
      id: mark,
      part,
      sign: mark,
      name: t('scenarios.ownPage.pin', { id: mark, part: nameOf(part) }),
      href: `#mark-${mark}`,
      on: mark === open,
    })),
  )
  const forms = { marks, edit, open, setOpen, nameOf, locked: archived || !hydrated }

  const right = (
    <>
      <Standing kept={kept} parts={parts} languages={languages} archived={archived} />
      {!archived && (
        <Chosen part={parts.find((one) => one.id === chosen) ?? null} marking={marking} lang={view.lang} />
      )}
      <DefectForms {...forms} />
      <DecoyForms {...forms} />
      <TaskForm marks={marks} edit={edit} languages={languages} locked={forms.locked} />
      {!archived && (
        <Form method="post" className="onward">
          <input type="hidden" name="rev" value={kept.rev} />
          <Button kind="plain" name="do" value="archive">
            {t('scenarios.ownPage.archive')}
          </Button>
          <p className="label">{t('scenarios.ownPage.archiveNote')}</p>
        </Form>
      )}
    </>
  )
  return (
    <div className="scenario own-page">
      <PageHead
        title={title}
        crumb={<Link to="/team/scenarios">{t('scenarios.ownPage.back')}</Link>}
        acts={
          kept.contentRev !== null && (
            <LinkButton to={`/team/scenarios/${scenario}?lang=${marks.writtenIn}`}>
              {t('scenarios.ownPage.preview')}
            </LinkButton>
          )
        }
      />
      {archived && <p className="notice">{t('scenarios.ownPage.archived')}</p>}
      <noscript>
        <p className="notice">{t('scenarios.ownPage.script')}</p>
      </noscript>
      {(view.boxes > 0 || view.cut) && (
        <p className="quiet">
          {[
            view.boxes > 0 && t('scenarios.ownPage.boxes', { count: view.boxes }),
            view.cut && t('scenarios.ownPage.cut'),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <div className="tried">
        <Work
          label={t('scenarios.ownPage.views')}
          hint={t('scenarios.ownPage.hint')}
          shown={shown}
          show={show}
          left={[
            {
              id: 'page',
              tab: t('scenarios.ownPage.page'),
              content: (
                <ReviewedPage
                  src={`/team/scenarios/${scenario}/page?draft=${id}`}
                  pins={pins}
                  chosen={chosen}
                  onPress={press}
                  onPin={pin}
                />
              ),
            },
            {
              id: 'list',
              tab: t('scenarios.ownPage.list', { count: parts.length }),
              content: <PlaceList parts={parts} lang={view.lang} locked={forms.locked} marking={marking} />,
            },
          ]}
          right={{ id: 'marks', tab: t('scenarios.ownPage.marks'), content: right }}
        />
      </div>
    </div>
  )
}
