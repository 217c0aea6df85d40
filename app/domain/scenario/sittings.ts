/** The sittings in their order, each with its parts. */
export function sittingsOf<Part extends { sitting: number }>(sections: readonly Part[]): Part[][] {
  const last = sections.at(-1)?.sitting ?? 1
  return Array.from({ length: last }, (_, index) => sections.filter(({ sitting }) => sitting === index + 1))
}
