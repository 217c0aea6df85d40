import { type ReactNode, useRef, useState } from 'react'
import type { Finding, ReviewBody } from '#app/domain/scenario/body.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'
import { Brief } from './Brief.tsx'
import { newId } from './device.ts'
import { Findings, isBlank } from './Findings.tsx'
import { PartList } from './PartList.tsx'
import { partName } from './part-name.ts'
import { ReviewedPage } from './ReviewedPage.tsx'
import { useFocusAfter } from './useFocusAfter.ts'
import { Work } from './Work.tsx'

type ReviewShown = Extract<ShownView, { kind: 'page-review' }>

interface PageReviewProps {
  view: ReviewShown
  body: ReviewBody
  edit: (body: ReviewBody) => void
  locked: boolean
  /** The language of the scenario. */
  lang: string
  /** The address of the page under review. */
  src: string
  /** The way on to the next part. */
  onward: ReactNode
}

export function PageReview({ view, body, edit, locked, lang, src, onward }: PageReviewProps) {
  const { t } = useI18n()
  const [shown, show] = useState('findings')
  const [open, setOpen] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ finding: Finding; place: number } | null>(null)
  const { findings } = body
  const adds = useRef<HTMLButtonElement>(null)
  const focusAfter = useFocusAfter()
  const focusTitle = (id: string) =>
    focusAfter(() => document.querySelector<HTMLElement>(`#finding-${id} .finding-title`))
  // Whoever comes back to their findings has read what stands above them; it folds up, and opens again at a press.
  const [begun] = useState(findings.length > 0)
  const change = (next: Finding[]) => edit({ ...body, findings: next })
  const nameOf = (part: string) => partName(view.parts, part) ?? t('attempt.review.whole')

  /** A new finding about this part; one that is open and still blank is moved there instead. */
  const add = (part: string) => {
    if (locked) return
    const blank = findings.find((one) => one.id === open && isBlank(one))
    if (blank) change(findings.map((one) => (one === blank ? { ...blank, part } : one)))
    else {
      const finding = { id: newId(), part, wrong: '', why: '', fix: '' }
      change([...findings, finding])
      setOpen(finding.id)
    }
    show('findings')
  }
  const remove = (id: string) => {
    const place = findings.findIndex((one) => one.id === id)
    const finding = findings[place]
    if (!finding) return
    change(findings.filter((one) => one !== finding))
    const next = findings[place + 1] ?? findings[place - 1]
    if (next) focusTitle(next.id)
    else focusAfter(() => adds.current)
    setRemoved(isBlank(finding) ? null : { finding, place })
    setOpen(null)
  }
  const putBack = () => {
    if (!removed) return
    change([...findings.slice(0, removed.place), removed.finding, ...findings.slice(removed.place)])
    setOpen(removed.finding.id)
    setRemoved(null)
    focusTitle(removed.finding.id)
  }
  const pin = (id: string) => {
    setOpen(id)
    show('findings')
    focusTitle(id)
  }

  const pins = findings.map(({ id, part }, place) => ({
    id,
    part,
    sign: String(place + 1),
    name: t('attempt.review.pin', { number: place + 1, part: nameOf(part) }),
    href: `#finding-${id}`,
    on: id === open,
  }))

  const right = (
    <>
      <Brief view={view} lang={lang} folded={begun} />
      {view.measured.length > 0 && (
        <details className="measured" open={!begun}>
          <summary>{t('attempt.review.measured')}</summary>
          <dl className="facts" lang={lang}>
            {view.measured.map(({ id, label, text }) => (
              <Measured key={id} label={label} text={text} />
            ))}
          </dl>
        </details>
      )}
      <section className="first">
        <div className="split">
          <h2>{t('attempt.review.findings')}</h2>
          <span className="label num">{t('attempt.review.count', { count: findings.length })}</span>
        </div>
        {findings.length === 0 && <p className="quiet">{t('attempt.review.none')}</p>}
        <Findings
          findings={findings}
          parts={view.parts}
          open={open}
          locked={locked}
          lang={lang}
          setOpen={setOpen}
          change={change}
          remove={remove}
        />
        {!locked && (
          <Button ref={adds} type="button" onClick={() => add('')}>
            {t('attempt.review.add')}
          </Button>
        )}
      </section>
      <Textarea
        label={t('attempt.review.test')}
        name="test"
        rows={3}
        maxLength={20_000}
        lang={lang}
        value={body.test}
        readOnly={locked}
        onChange={(event) => edit({ ...body, test: event.target.value })}
      />
      {onward}
      {removed && (
        <div className="toasts">
          <p className="toast" role="status">
            <span>{t('attempt.review.removed')}</span>
            <Button kind="plain" dense type="button" onClick={putBack}>
              {t('ui.undo')}
            </Button>
          </p>
        </div>
      )}
    </>
  )
  return (
    <Work
      label={t('attempt.review.views')}
      hint={t('attempt.review.hint')}
      shown={shown}
      show={show}
      left={[
        {
          id: 'page',
          tab: t('attempt.review.page'),
          content: <ReviewedPage src={src} pins={pins} onPress={add} onPin={pin} />,
        },
        {
          id: 'list',
          tab: t('attempt.review.list', { count: view.parts.length }),
          content: (
            <PartList
              parts={view.parts}
              findings={findings}
              lang={lang}
              locked={locked}
              add={add}
              pin={pin}
            />
          ),
        },
      ]}
      right={{ id: 'findings', tab: t('attempt.review.tab', { count: findings.length }), content: right }}
    />
  )
}

const Measured = ({ label, text }: { label: string; text: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </>
)
