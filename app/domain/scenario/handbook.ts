import { z } from 'zod'
import type { Locale } from '../locale.ts'
import { id, inEveryLanguage, statuses, text } from './common.ts'

/** Numbers never change and are never given again: answers and rules cite them. */
export const handbookStructure = z.strictObject({
  key: z.literal('handbook'),
  status: z.enum(statuses),
  articles: z.array(z.strictObject({ id, number: z.number().int().min(1) })).min(1),
})

const articleTexts = z.strictObject({ title: text, paragraphs: z.array(text).min(1) })
export const handbookTexts = z.strictObject({ title: text, articles: z.record(id, articleTexts) })

export const article = z.strictObject({ id, number: z.number().int(), texts: inEveryLanguage(articleTexts) })
export type Article = z.infer<typeof article>

export const handbookContent = z.strictObject({
  key: z.literal('handbook'),
  status: z.enum(statuses),
  titles: inEveryLanguage(text),
  articles: z.array(article),
})
export type HandbookContent = z.infer<typeof handbookContent>

export type ArticleView = {
  id: string
  number: number
  title: string
  paragraphs: { number: string; text: string }[]
}

/** An article as a reader sees it: paragraph 2 of article 7 is 7.2, in every language. */
export function articleView(article: Article, locale: Locale): ArticleView {
  const { title, paragraphs } = article.texts[locale]
  return {
    id: article.id,
    number: article.number,
    title,
    paragraphs: paragraphs.map((text, index) => ({ number: `${article.number}.${index + 1}`, text })),
  }
}
