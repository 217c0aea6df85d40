import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { AttemptClock as Clock } from '#app/domain/attempt-clock.ts'
import { ownZone } from '#app/i18n/intl.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Saved, type SaveState } from '../Saved.tsx'
import { Timer } from '../Timer.tsx'
import { useHydrated } from '../useClock.ts'
import { type Queue, shownState } from './queue.ts'

/** The later word of the server on its own clock. */
export const latest = (loaded: Clock, heard: { deadlineAt: string | null; now: string } | null): Clock =>
  heard && heard.now > loaded.now ? { ...loaded, deadlineAt: heard.deadlineAt, now: heard.now } : loaded

export function AttemptClock({ clock, onOver }: { clock: Clock; onOver?: () => void }) {
  const { t } = useI18n()
  const asked = useRef(false)
  const given = clock.adds !== null
  useEffect(() => {
    // The last press takes its own button away; who pressed it stays at the clock.
    if (!given && asked.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('.attempt-state .clock button')?.focus()
    asked.current = given
  }, [given])
  if (clock.deadlineAt === null) return <span className="label">{t('attempt.noLimit')}</span>
  return (
    <>
      <Timer
        key={clock.deadlineAt}
        deadline={clock.deadlineAt}
        now={clock.now}
        total={clock.totalSeconds}
        zone={clock.zone}
        onOver={onOver}
      />
      {clock.adds !== null && <MoreTime extensions={clock.extensions} minutes={clock.adds} />}
    </>
  )
}

/** One press, ten per cent. The number of earlier extensions goes along, so that two presses at once add once. */
function MoreTime({ extensions, minutes }: { extensions: number; minutes: number }) {
  const { t } = useI18n()
  const fetcher = useFetcher()
  const busy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" action="/a/assignment/time">
      <input type="hidden" name="after" value={extensions} />
      <Button kind="plain" dense busy={busy ? t('ui.sending') : undefined}>
        {t('attempt.addTime', { count: minutes })}
      </Button>
    </fetcher.Form>
  )
}

export function AttemptSaved<Body>({ queue }: { queue: Queue<Body> }) {
  const { formats } = useI18n()
  const hydrated = useHydrated()
  const state = shownState(queue)
  // The device's own zone is known to the browser alone, so the server's markup says nothing yet.
  const zone = hydrated ? ownZone() : 'UTC'
  if (!hydrated) return <Saved state="idle" time="00:00" />
  const time = queue.savedAt ? formats.time(queue.savedAt, zone) : ''
  const known: SaveState = state === 'signed-out' || state === 'refused' ? 'unsaved' : state
  return <Saved state={known} time={time} />
}
