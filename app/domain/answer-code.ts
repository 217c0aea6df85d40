/** Without 0, O, 1, I and L, so that a code can be read out. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

type Below = (end: number) => number

/** A code such as C-7Q4. `below` gives a whole number under the one that it is asked with. */
export const spokenCode = (length: number, below: Below): string =>
  `C-${Array.from({ length }, () => letters[below(letters.length)]).join('')}`

/** That of an answer, such as C-7Q4M. */
export const answerCode = (below: Below): string => spokenCode(4, below)
