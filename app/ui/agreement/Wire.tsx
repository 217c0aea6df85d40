interface WireProps {
  /** What is drawn, in words. */
  name: string
  from: number
  to: number
  value: number
  low?: number
  high?: number
  /** A tick with a meaning: 0 on a scale that has two sides. */
  middle?: number
}

const percent = (value: number) => `${Number(value.toFixed(2))}%`

/** An estimate on its scale: the wire, the interval as a bar, the value as a notch. Neither hue, for it is of no family. */
export function Wire({ name, from, to, value, low, high, middle }: WireProps) {
  const place = (one: number) => 2 + (96 * (Math.min(to, Math.max(from, one)) - from)) / (to - from)
  return (
    <svg className="estimate" width="100%" height="18" role="img" aria-label={name}>
      {low !== undefined && high !== undefined && (
        <rect
          className="bar"
          x={percent(place(low))}
          width={percent(Math.max(0.5, place(high) - place(low)))}
          y="4"
          height="10"
        />
      )}
      <line className="wire" x1="2%" x2="98%" y1="9" y2="9" />
      {[from, ...(middle === undefined ? [] : [middle]), to].map((tick) => (
        <line
          key={tick}
          className="wire"
          x1={percent(place(tick))}
          x2={percent(place(tick))}
          y1="6"
          y2="12"
        />
      ))}
      <line className="value" x1={percent(place(value))} x2={percent(place(value))} y1="1" y2="17" />
    </svg>
  )
}
