import { useEffect, useRef, useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'
import { useHydrated, useSecondsLeft } from './useClock.ts'

interface TimerProps {
  /** Both in the server's time, as ISO strings. */
  deadline: string
  now: string
  /** How long the part lasts in all, in seconds: half of it is announced. */
  total: number
  /** The zone in which the deadline is said where there is no script to count. */
  zone?: string
  /** Counting one part of several. */
  part?: boolean
  /** Called once, when the time has run out. */
  onOver?: () => void
}

const pad = (value: number) => String(value).padStart(2, '0')

/** 5:09, 25:40, 1:32:00. */
export function figures(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const tail = pad(seconds % 60)
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${tail}`
}

/** The moments at which the timer speaks: half, 10, 5 and 1 minutes, in seconds left. */
export const moments = (total: number) =>
  [Math.floor(total / 2), 600, 300, 60].filter(
    (moment, index, all) => moment <= total / 2 && all.indexOf(moment) === index,
  )

/** Hidden once, hidden for the visit. */
const kept = 'timer-hidden'

/** Figures and words. Hides on request, speaks at four moments and never in between. The server alone closes an attempt. */
export function Timer({ deadline, now, total, zone, part, onOver }: TimerProps) {
  const { t, formats } = useI18n()
  const left = useSecondsLeft(deadline, now)
  const hydrated = useHydrated()
  const [hidden, hide] = useState(false)
  const [spoken, speak] = useState('')
  const before = useRef(left)
  const over = useRef(onOver)
  over.current = onOver

  useEffect(() => hide(sessionStorage.getItem(kept) !== null), [])
  useEffect(() => {
    const passed = moments(total).filter((moment) => before.current > moment && left <= moment)
    const moment = passed.at(-1)
    const ended = before.current > 0 && left === 0
    before.current = left
    if (ended) {
      speak(t('ui.timer.over'))
      over.current?.()
    } else if (moment !== undefined) {
      const count = Math.max(1, Math.round(moment / 60))
      speak(t(moment === Math.floor(total / 2) ? 'ui.timer.half' : 'ui.timer.minutes', { count }))
    }
  }, [left, total, t])

  const toggle = () => {
    if (hidden) sessionStorage.removeItem(kept)
    else sessionStorage.setItem(kept, '1')
    hide(!hidden)
  }
  return (
    <span className="clock">
      {!hidden && (
        <span className="timer">
          <b role="timer">
            <span className={left <= 60 ? 'lamp' : undefined}>{figures(left)}</span>
          </b>
          <span className="label">
            {left === 0 ? t('ui.timer.over') : t(part ? 'ui.timer.leftInPart' : 'ui.timer.left')}
          </span>
        </span>
      )}
      {zone && (
        <noscript>
          <span className="label">{t('ui.timer.until', { time: formats.time(deadline, zone) })}</span>
        </noscript>
      )}
      {hydrated && (
        <button className="btn plain dense" type="button" onClick={toggle}>
          {t(hidden ? 'ui.timer.show' : 'ui.timer.hide')}
        </button>
      )}
      <span className="vh" role="status">
        {spoken}
      </span>
    </span>
  )
}
