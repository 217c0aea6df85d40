import { type ReactNode, useState } from 'react'

/** A line that is only heard: what has just happened, for those who do not see it move. */
export function useSpeak(): [ReactNode, (words: string) => void] {
  const [said, say] = useState({ words: '', turn: 0 })
  const speech = (
    <span className="vh" role="status">
      {/* Two turns, so that the same words twice are heard twice. */}
      <span key={said.turn}>{said.words}</span>
    </span>
  )
  return [speech, (words) => say((before) => ({ words, turn: before.turn + 1 }))]
}
