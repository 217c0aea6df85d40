/** Folds what a writer may type in several ways: case, ё/ë/ç, apostrophes, no-break spaces, thousands. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/ë/g, 'e')
    .replace(/ç/g, 'c')
    .replace(/[’‘]/g, "'")
    .replace(/(\d)[\s,](?=\d{3}(?!\d))/g, '$1')
}
