/** Without 0, O, 1, I and L, so that a code can be read out. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code such as C-7Q4M. `below` gives a whole number under the one that it is asked with. */
export const answerCode = (below: (end: number) => number): string =>
  `C-${Array.from({ length: 4 }, () => letters[below(letters.length)]).join('')}`
