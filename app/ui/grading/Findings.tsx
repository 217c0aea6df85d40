import { useEffect, useRef } from 'react'
import type { DeskDefect } from '#app/domain/desk-case.ts'
import type { Verdict, VerdictDraft } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { classes } from '../classes.ts'
import type { AnswerProps } from './Answer.tsx'
import { Marked } from './Marked.tsx'

const marks = ['partly', 'valid', 'wrong'] as const
const marksKeys = { partly: 'P', valid: 'V', wrong: 'W' } as const

/** A page review: one finding after the other, each with the words of the page that it speaks of and the grader's verdict. */
export function Findings(props: AnswerProps) {
  const { data, sentences, sentence, quotes, family } = props
  const { t } = useI18n()
  if (data.case.kind !== 'page-review') return null
  const own = (id: string) => data.passages.filter(({ of }) => of === id)
  const rest = data.passages.filter(({ of }) => of === undefined)
  const marked = { sentences, current: sentence, quotes, family }
  return (
    <>
      <ol className="found">
        {data.suggestions.map(({ finding }, index) => (
          <One key={finding} {...props} index={index} id={finding}>
            {own(finding).map((passage) => (
              <div key={passage.start} className="said">
                <span className="label">{t(`grading.field.${passage.field}`)}</span>
                <Marked passage={passage} {...marked} />
              </div>
            ))}
          </One>
        ))}
      </ol>
      {rest.map((passage) => (
        <section key={passage.start} className="passage">
          <h2 className="asked">{t('grading.field.test')}</h2>
          <Marked passage={passage} {...marked} />
        </section>
      ))}
    </>
  )
}

type OneProps = AnswerProps & { index: number; id: string; children: React.ReactNode }

function One({ data, index, id, finding, verdicts, fixed, act, children }: OneProps) {
  const { t } = useI18n()
  const row = useRef<HTMLLIElement>(null)
  const at = index === finding
  const moved = useRef(false)
  useEffect(() => {
    if (at && moved.current) row.current?.scrollIntoView({ block: 'nearest' })
    moved.current = true
  }, [at])
  if (data.case.kind !== 'page-review') return null
  const part = data.passages.find(({ of }) => of === id)?.part
  const words = data.case.parts.find((one) => one.id === part)
  return (
    <li ref={row} className={classes('finding', at && 'at')} aria-current={at ? 'true' : undefined}>
      <div className="finding-head">
        <span className="pin num">{index + 1}</span>
        <span className="label">{words ? `${words.id} · ${words.label}` : t('grading.noPart')}</span>
      </div>
      {words && <p className="of-page">{words.text}</p>}
      {children}
      <Judgement
        name={t('grading.verdictOf', { place: index + 1 })}
        defects={data.case.defects}
        decoys={data.case.decoys}
        matches={data.suggestions[index]?.matches ?? []}
        now={verdicts.find((verdict) => verdict.finding === id)}
        fixed={fixed}
        onChoose={(verdict, defect) => {
          act({ type: 'finding', to: index })
          act({ type: 'verdict', finding: id, verdict, defect })
        }}
      />
    </li>
  )
}

interface JudgementProps {
  name: string
  defects: readonly DeskDefect[]
  decoys: readonly { id: string; looks: string; right: string }[]
  matches: readonly { id: string; kind: 'defect' | 'decoy' }[]
  now: VerdictDraft | undefined
  fixed: boolean
  onChoose: (verdict: Verdict, defect?: string) => void
}

function Judgement({ name, defects, decoys, matches, now, fixed, onChoose }: JudgementProps) {
  const { t } = useI18n()
  const suggested = matches.flatMap(({ id }) => defects.find((defect) => defect.id === id) ?? [])
  const decoy = decoys.find(({ id }) => matches.some((match) => match.id === id))
  const others = defects.filter((defect) => !suggested.includes(defect))
  return (
    <fieldset className="judgement" disabled={fixed}>
      <legend className="vh">{name}</legend>
      {suggested.map((defect, index) => (
        <Button
          key={defect.id}
          type="button"
          dense
          className="planted"
          keys={index === 0 ? 'Y' : undefined}
          aria-pressed={now?.defect === defect.id}
          onClick={() => onChoose('planted', defect.id)}
        >
          <span className="num">{defect.id}</span> {defect.wrong}
        </Button>
      ))}
      {decoy && (
        <p className="label">
          {t('grading.decoy', { id: decoy.id })} {decoy.right}
        </p>
      )}
      <div className="row">
        <span className="choice">
          {marks.map((verdict) => (
            <Button
              key={verdict}
              type="button"
              dense
              aria-pressed={now?.verdict === verdict}
              keys={marksKeys[verdict]}
              onClick={() => onChoose(verdict)}
            >
              {t(`grading.verdict.${verdict}`)}
            </Button>
          ))}
        </span>
        <label className="other">
          <span className="vh">{t('grading.otherDefect')}</span>
          <select
            value={others.some(({ id }) => id === now?.defect) ? (now?.defect ?? '') : ''}
            onChange={(event) => event.target.value && onChoose('planted', event.target.value)}
          >
            <option value="">{t('grading.otherDefect')}</option>
            {others.map(({ id, wrong }) => (
              <option key={id} value={id}>
                {id} · {wrong}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  )
}
