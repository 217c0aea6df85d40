/** Tells the author of a problem: the file, the path inside it, what is wrong. */
export type Report = (file: string, path: PropertyKey[], problem: string) => void
/** The same within one file, or within one part of it. */
export type Tell = (path: PropertyKey[], problem: string) => void

export function tellIn(report: Report, file: string, ...path: PropertyKey[]): Tell {
  return (inside, problem) => report(file, [...path, ...inside], problem)
}

/** Both hold the same names, or the author hears which is missing and which nobody asked for. */
export function inStep(wanted: readonly string[], given: object | undefined, tell: Tell): void {
  const names = Object.keys(given ?? {})
  for (const name of wanted) if (!names.includes(name)) tell([], `‘${name}’ is missing`)
  for (const name of names) if (!wanted.includes(name)) tell([name], `scenario.yaml does not know ‘${name}’`)
}
