import { type Locale, locales } from '../locale.ts'
import type { Problem } from './common.ts'
import { type Compiled, issuesOf } from './compile.ts'
import { type HandbookContent, handbookContent, handbookStructure, handbookTexts } from './handbook.ts'
import { type RubricContent, rubricContent, rubricStructure, rubricTexts } from './rubric.ts'

type Raw = { structure: unknown; texts: Partial<Record<Locale, unknown>> }
type Parser<T> = {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: Parameters<typeof issuesOf>[1] } }
}

/** Parses one file per language; null when any of them is wrong. */
function everyLanguage<T>(raw: Raw, parser: Parser<T>, problems: Problem[]): Record<Locale, T> | null {
  const texts: Partial<Record<Locale, T>> = {}
  for (const locale of locales) {
    const file = `${locale}.yaml`
    if (raw.texts[locale] === undefined) problems.push({ file, path: [], problem: 'missing file' })
    const read = parser.safeParse(raw.texts[locale])
    if (read.success) texts[locale] = read.data
    else if (raw.texts[locale] !== undefined) problems.push(...issuesOf(file, read.error.issues))
  }
  const { en, ru, sq } = texts
  return en && ru && sq ? { en, ru, sq } : null
}

export function assembleRubric(raw: Raw): Compiled<RubricContent> {
  const problems: Problem[] = []
  const read = rubricStructure.safeParse(raw.structure)
  if (!read.success) problems.push(...issuesOf('rubric.yaml', read.error.issues))
  const texts = everyLanguage(raw, rubricTexts, problems)
  if (!read.success || !texts) return { content: null, problems }
  return { content: rubricContent.parse({ ...read.data, texts }), problems: [] }
}

export function assembleHandbook(raw: Raw): Compiled<HandbookContent> {
  const problems: Problem[] = []
  const read = handbookStructure.safeParse(raw.structure)
  if (!read.success) problems.push(...issuesOf('articles.yaml', read.error.issues))
  const texts = everyLanguage(raw, handbookTexts, problems)
  if (!read.success || !texts) return { content: null, problems }
  problems.push(...outOfStep(read.data.articles, texts))
  if (problems.length > 0) return { content: null, problems }
  const content = {
    key: read.data.key,
    status: read.data.status,
    titles: { en: texts.en.title, ru: texts.ru.title, sq: texts.sq.title },
    articles: read.data.articles.map(({ id, number }) => ({
      id,
      number,
      texts: { en: texts.en.articles[id], ru: texts.ru.articles[id], sq: texts.sq.articles[id] },
    })),
  }
  return { content: handbookContent.parse(content), problems: [] }
}

/** The same articles with the same number of paragraphs in every language: a cited number must mean the same in all three. */
function outOfStep(
  articles: { id: string; number: number }[],
  texts: Record<Locale, { articles: Record<string, { paragraphs: string[] }> }>,
): Problem[] {
  const problems: Problem[] = []
  articles.forEach(({ id, number }, index) => {
    if (articles.some((other, at) => at < index && (other.number === number || other.id === id))) {
      problems.push({
        file: 'articles.yaml',
        path: ['articles', index],
        problem: 'this id or number is taken',
      })
    }
    for (const locale of locales) {
      const file = `${locale}.yaml`
      const own = texts[locale].articles[id]
      if (!own) problems.push({ file, path: ['articles'], problem: `no article ‘${id}’` })
      else if (own.paragraphs.length !== texts.en.articles[id]?.paragraphs.length) {
        problems.push({
          file,
          path: ['articles', id, 'paragraphs'],
          problem: 'not as many paragraphs as in English',
        })
      }
    }
  })
  for (const locale of locales) {
    for (const id of Object.keys(texts[locale].articles)) {
      if (articles.some((article) => article.id === id)) continue
      problems.push({
        file: `${locale}.yaml`,
        path: ['articles', id],
        problem: `articles.yaml does not list ‘${id}’`,
      })
    }
  }
  return problems
}
