import { useEffect, useState } from 'react'

const kept = 'desk-keys-off'

/** Whether single keys do something, remembered on this device. On at first. */
export function useKeysSwitch(): [boolean, (on: boolean) => void] {
  const [on, set] = useState(true)
  useEffect(() => set(localStorage.getItem(kept) === null), [])
  return [
    on,
    (wanted) => {
      if (wanted) localStorage.removeItem(kept)
      else localStorage.setItem(kept, '1')
      set(wanted)
    },
  ]
}
