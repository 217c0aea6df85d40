import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useI18n } from '#app/i18n/react.tsx'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A mark on the page: its sign in the pin, its name for those who do not see it, where its words stand. */
export interface Pin {
  id: string
  part: string
  sign: string
  name: string
  href: string
  /** It is open beside the page. */
  on: boolean
}

interface ReviewedPageProps {
  src: string
  pins: readonly Pin[]
  /** The part that something is being decided about. */
  chosen?: string | null
  onPress: (part: string) => void
  onPin: (pin: string) => void
}

/**
 * The page under review in its frame, which runs no script: our own transparent layer lies over it, as large as its
 * content, and asks the frame's document which part lies under a press.
 */
export function ReviewedPage({ src, pins, chosen = null, onPress, onPin }: ReviewedPageProps) {
  const { t } = useI18n()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(900)
  const [boxes, setBoxes] = useState<ReadonlyMap<string, Box>>(new Map())
  const [under, setUnder] = useState<string | null>(null)

  const measure = useCallback(() => {
    const page = frame.current?.contentDocument
    if (!page?.body) return
    // The parts' own ends, not the document's: that one is never smaller than the frame itself.
    const found = [...page.querySelectorAll<HTMLElement>('[data-part]')].map((part): [string, Box] => {
      const { x, y, width, height: tall } = part.getBoundingClientRect()
      return [part.dataset.part ?? '', { x, y, width, height: tall }]
    })
    setBoxes(new Map(found))
    setHeight(Math.ceil(Math.max(...found.map(([, box]) => box.y + box.height), 200)))
  }, [])

  useEffect(() => {
    // The frame may have loaded before this page was awake.
    measure()
    const watch = new ResizeObserver(measure)
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [measure])

  const partAt = (event: PointerEvent | React.MouseEvent): string | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const element = frame.current?.contentDocument?.elementFromPoint(
      event.clientX - left,
      event.clientY - top,
    )
    return element?.closest<HTMLElement>('[data-part]')?.dataset.part ?? null
  }
  const lit = boxes.get(under ?? chosen ?? '')
  return (
    <div className="reviewed">
      <iframe
        ref={frame}
        src={src}
        title={t('attempt.review.frame')}
        sandbox="allow-same-origin"
        height={height}
        tabIndex={-1}
        onLoad={measure}
      />
      {/* Pointing is one way; the list of parts is the other, for keyboards and screen readers. */}
      <div
        className="reviewed-layer"
        aria-hidden="true"
        onPointerMove={(event) => event.pointerType === 'mouse' && setUnder(partAt(event))}
        onPointerLeave={() => setUnder(null)}
        onClick={(event) => {
          const part = partAt(event)
          if (part) onPress(part)
        }}
      />
      <nav className="reviewed-pins" aria-label={t('attempt.review.pins')}>
        <svg width="100%" height={height}>
          <title>{t('attempt.review.pins')}</title>
          {lit && <rect className="lit" {...lit} />}
          {placed(pins, boxes).map(({ pin, x, y }) => (
            <a
              key={`${pin.id} ${pin.part}`}
              href={pin.href}
              className={pin.on ? 'pin on' : 'pin'}
              aria-label={pin.name}
              onClick={(event) => {
                event.preventDefault()
                onPin(pin.id)
              }}
            >
              <g transform={`translate(${x} ${y})`}>
                <path d="M-14 14V0a14 14 0 1 1 14 14z" />
                <text y="4.5">{pin.sign}</text>
              </g>
            </a>
          ))}
        </svg>
      </nav>
    </div>
  )
}

/** Each pin at the right edge of its part, side by side where a part has several. */
function placed(pins: readonly Pin[], boxes: ReadonlyMap<string, Box>) {
  const taken = new Map<string, number>()
  return pins.flatMap((pin) => {
    const box = boxes.get(pin.part)
    if (!box) return []
    const before = taken.get(pin.part) ?? 0
    taken.set(pin.part, before + 1)
    const row = Math.min(box.height / 2, 22)
    return [
      {
        pin,
        x: Math.max(18, Math.min(box.x + box.width, window.innerWidth) - 24 - before * 34),
        y: box.y + row,
      },
    ]
  })
}
