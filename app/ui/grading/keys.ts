/** What the desk can be told by one key. The order is that of the map which `?` shows. */
export const deskKeys = [
  'level',
  'none',
  'nextCriterion',
  'previousCriterion',
  'attitude',
  'knowledge',
  'nextSentence',
  'previousSentence',
  'mark',
  'hideWords',
  'comment',
  'incident',
  'nextThread',
  'previousThread',
  'read',
  'hide',
  'nextFinding',
  'previousFinding',
  'confirm',
  'partly',
  'valid',
  'wrong',
  'page',
  'nextAnswer',
  'previousAnswer',
  'go',
  'undo',
  'map',
] as const
export type DeskKey = (typeof deskKeys)[number]

/** As they are printed. */
export const keyCaps: Record<DeskKey, readonly string[]> = {
  level: ['1', '5'],
  none: ['0'],
  nextCriterion: ['Tab'],
  previousCriterion: ['Shift', 'Tab'],
  attitude: ['A'],
  knowledge: ['N'],
  nextSentence: [']'],
  previousSentence: ['['],
  mark: ['Space'],
  hideWords: ['X'],
  comment: ['C'],
  incident: ['I'],
  nextThread: ['T'],
  previousThread: ['Shift', 'T'],
  read: ['D'],
  hide: ['H'],
  nextFinding: ['F'],
  previousFinding: ['Shift', 'F'],
  confirm: ['Y'],
  partly: ['P'],
  valid: ['V'],
  wrong: ['W'],
  page: ['O'],
  nextAnswer: ['J'],
  previousAnswer: ['K'],
  go: ['Enter'],
  undo: ['Z'],
  map: ['?'],
}

const letters: Record<string, DeskKey> = {
  a: 'attitude',
  n: 'knowledge',
  c: 'comment',
  d: 'read',
  f: 'nextFinding',
  h: 'hide',
  i: 'incident',
  t: 'nextThread',
  y: 'confirm',
  p: 'partly',
  v: 'valid',
  w: 'wrong',
  x: 'hideWords',
  o: 'page',
  j: 'nextAnswer',
  k: 'previousAnswer',
  z: 'undo',
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'
>

/**
 * What a press means. By the letter where the layout has Latin ones (Z and Y change places in Albania), else by the
 * place of the key, so that a Cyrillic layout needs no switching.
 */
export function meaning(press: Press): { act: DeskKey; level?: number } | undefined {
  const { key, code, shiftKey } = press
  if (press.ctrlKey || press.metaKey || press.isComposing) return undefined
  // AltGr writes brackets on many layouts.
  if (key === '[' || (code === 'BracketLeft' && !press.altKey)) return { act: 'previousSentence' }
  if (key === ']' || (code === 'BracketRight' && !press.altKey)) return { act: 'nextSentence' }
  if (press.altKey) return undefined
  if (key === '?') return { act: 'map' }
  if (key === 'Enter') return shiftKey ? undefined : { act: 'go' }
  if (key === ' ') return { act: 'mark' }
  if (key === 'Tab') return { act: shiftKey ? 'previousCriterion' : 'nextCriterion' }
  const digit = /^[0-9]$/.test(key) ? key : shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (digit !== undefined) {
    const level = Number(digit)
    return level === 0 ? { act: 'none' } : level <= 5 ? { act: 'level', level } : undefined
  }
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
  const act = letter === undefined ? undefined : letters[letter]
  if (act === 'nextFinding' && shiftKey) return { act: 'previousFinding' }
  if (act === 'nextThread' && shiftKey) return { act: 'previousThread' }
  return act && !shiftKey ? { act } : undefined
}

/** Somebody is writing or choosing here: then a key is a letter, and nothing else. */
export function isWriting(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
}

/** A control for which Enter and Space have a meaning of their own. A radio button that is chosen already has none. */
export const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('a, button, summary, input[type="checkbox"], dialog, iframe') !== null

/** Where nothing holds the focus, Tab belongs to the desk; elsewhere it moves on as everywhere. */
export const isFree = (target: EventTarget | null) =>
  target === document.body || (target instanceof HTMLElement && target.id === 'main')
