/** A name as a hurried typist would sign it: no marks, no case, е for ё; hyphens and dots are spaces. */
function words(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
}

/** Is what was typed that name? Its words in any order, however they are written; nothing left out, nothing added. */
export function signsAs(typed: string, name: string): boolean {
  const [given, expected] = [words(typed), words(name)]
  return given.length > 0 && given.join(' ') === expected.join(' ')
}
