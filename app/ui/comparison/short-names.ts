/** One or two letters for each name, different from each other, for a drawing with little room. */
export function shortNames(names: readonly string[]): string[] {
  const words = names.map((name) =>
    name
      .replace(/^[A-ZА-Я]-/u, '')
      .split(/\s+/u)
      .filter(Boolean),
  )
  const firsts = words.map(([first = '?']) => letter(first, 0))
  const pairs = words.map(
    ([first = '?', ...rest]) => letter(first, 0) + letter(rest.at(-1) ?? first, rest.length > 0 ? 0 : 1),
  )
  const once = (all: readonly string[], one: string) => all.filter((other) => other === one).length === 1
  return names.map((_, at) => {
    const [first = '?', pair = '?'] = [firsts[at], pairs[at]]
    if (once(firsts, first)) return first
    return once(pairs, pair) ? pair : `${first}${at + 1}`
  })
}

const letter = (word: string, at: number) => ([...word][at] ?? '').toLocaleUpperCase()
