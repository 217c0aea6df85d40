import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { familyOf, isLevel } from '#app/domain/dimensions.ts'
import { draftOf } from '#app/domain/grading-draft.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { useArrival } from '../useArrival.ts'
import { Answer } from './Answer.tsx'
import { Case } from './Case.tsx'
import { Conflict } from './Conflict.tsx'
import { Criteria } from './Criteria.tsx'
import { DeskFoot } from './DeskFoot.tsx'
import { DeskHead } from './DeskHead.tsx'
import { type DeskAct, type DeskState, desk, isGraded, openDesk } from './desk-state.ts'
import { ChooseWords, HideSelected, HidingToast } from './HideWords.tsx'
import { KeyMap } from './KeyMap.tsx'
import { LockedToast } from './LockedToast.tsx'
import { Over, SignedOut } from './SignedOut.tsx'
import type { DeskData } from './types.ts'
import { useDeskActs } from './useDeskActs.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import { useDraftSave } from './useDraftSave.ts'
import { useFrame, useSelected } from './useFrame.ts'
import { useHiding } from './useHiding.ts'
import { useKeptScroll } from './useKeptScroll.ts'
import { useKeysSwitch } from './useKeysSwitch.ts'
import { useLock } from './useLock.ts'
import { useLockedNote } from './useLockedNote.ts'
import { useReplay } from './useReplay.ts'

const panes = ['answer', 'case', 'criteria'] as const
type Pane = (typeof panes)[number]

/** The grading desk: answer, case and rule, rubric. Full height; on a phone three tabs. */
export function Desk({ data }: { data: DeskData }) {
  const { t } = useI18n()
  useArrival()
  const frame = useFrame(data)
  const [state, dispatch] = useReducer(
    (now: DeskState, act: DeskAct) => desk(frame, now, act),
    undefined,
    () => openDesk(data.draft, frame),
  )
  const [amending, amend] = useState(false)
  const [pane, show] = useState<Pane>('answer')
  const [page, showPage] = useState(false)
  const [map, showMap] = useState(false)
  const [keysOn, switchKeys] = useKeysSwitch()
  const answer = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLElement>(null)
  const open = data.state === 'open'
  const fixed = !open && !amending
  const save = useDraftSave(data.id, { baseRev: data.rev, draft: data.draft }, state.draft, open)
  const locking = useLock(data, save)
  const selected = useSelected(answer, data.text)
  const note = useLockedNote()
  const hiding = useHiding(data.id)

  const act = useCallback((one: DeskAct) => (fixed && changes(one) ? undefined : dispatch(one)), [fixed])
  useEffect(() => {
    if (save.found) dispatch({ type: 'replace', draft: save.found })
  }, [save.found])
  useEffect(() => {
    if (open)
      void fetch(`/team/grading/${data.id}/opened`, { method: 'POST', keepalive: true }).catch(
        () => undefined,
      )
  }, [open, data.id])

  const replay = useReplay(data, frame.sentences, state.sentence, act)
  useKeptScroll(main, data.id)
  const acts = useDeskActs({ data, frame, state, open, amending, act, locking, note })
  useDeskKeys(keysOn, (key, level) => {
    switch (key) {
      case 'level':
        if (isLevel(level)) act({ type: 'choose', choice: level })
        return true
      case 'comment':
      case 'incident':
        // At once: on a narrow screen the field is not there before, and what is typed would be keys.
        flushSync(() => show('criteria'))
        document.getElementById(key)?.focus()
        return true
      case 'mark': {
        const place = selected ?? frame.sentences[state.sentence]
        if (place) act({ type: 'quote', place })
        return place !== undefined
      }
      case 'hideWords':
        hiding.ask(selected, frame.sentences[state.sentence])
        return true
      case 'undo':
        return hiding.undo() || acts.key(key)
      case 'page':
        showPage((now) => !now)
        return data.case.kind === 'page-review'
      case 'nextThread':
      case 'previousThread':
      case 'read':
      case 'hide':
        return replay.key(key)
      case 'map':
        showMap(true)
        return true
      default:
        return acts.key(key)
    }
  })

  /** Of two versions one goes on; what was pressed is gone, so the answer has the focus. */
  const settle = (theirs?: DeskData['draft']) => {
    if (theirs) dispatch({ type: 'replace', draft: theirs })
    save.settle()
    main.current?.focus({ preventScroll: true })
  }

  const { dimension } = state
  const judged = !open || state.draft.grades.some(isGraded)
  const family = familyOf(dimension)
  return (
    <div className={`grading ${pane}`}>
      <DeskHead data={data} save={save} />
      {save.signedOut && <SignedOut id={data.id} />}
      {save.over && <Over id={data.id} why={save.over} />}
      {save.conflict && (
        <Conflict
          data={data}
          mine={state.draft}
          theirs={save.conflict.draft}
          onMine={() => settle()}
          onTheirs={() => settle(save.conflict?.draft)}
        />
      )}
      <div className="tabs panes">
        {panes.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === pane ? 'true' : undefined}
            onClick={() => show(one)}
          >
            {t(`grading.${one}`)}
          </button>
        ))}
      </div>
      <div className="three">
        <main id="main" ref={main} tabIndex={-1} className={classes('pane', 'pane-answer')}>
          <Answer
            ref={answer}
            data={data}
            sentences={frame.sentences}
            sentence={state.sentence}
            quotes={draftOf(state.draft, dimension).quotes}
            family={family}
            finding={state.finding}
            verdicts={state.draft.verdicts}
            page={page}
            onPage={showPage}
            fixed={!open}
            replay={replay}
            act={act}
          />
          <HideSelected selected={selected} hiding={hiding} />
        </main>
        <Scrolling label={t('grading.case')} className="pane pane-case">
          <Case data={data} judged={judged} thread={replay.at} />
        </Scrolling>
        <Scrolling label={t('grading.criteria')} className="pane pane-criteria">
          <Criteria
            data={data}
            draft={state.draft}
            dimension={dimension}
            fixed={fixed}
            selected={selected}
            sentences={frame.sentences}
            act={act}
            problem={acts.problem}
          />
        </Scrolling>
      </div>
      <DeskFoot
        data={data}
        state={state}
        amending={amending}
        locking={locking}
        acts={acts}
        onAmend={(wanted) => {
          if (!wanted) dispatch({ type: 'replace', draft: data.draft })
          amend(wanted)
        }}
        onMap={() => showMap(true)}
      />
      <KeyMap open={map} on={keysOn} onClose={() => showMap(false)} onSwitch={switchKeys} />
      <ChooseWords text={data.text} hiding={hiding} />
      <LockedToast note={note}>
        <HidingToast id={data.id} hiding={hiding} />
      </LockedToast>
    </div>
  )
}

/** Scrolls by itself, so it must be reachable: the arrow keys then scroll it. */
function Scrolling({
  label,
  className,
  children,
}: {
  label: string
  className: string
  children: React.ReactNode
}) {
  const reachable = { tabIndex: 0 }
  return (
    <section className={className} aria-label={label} {...reachable}>
      {children}
    </section>
  )
}

const changes = ({ type }: DeskAct) => !['dimension', 'sentence', 'sentenceAt', 'finding'].includes(type)
