import { agreementDocument, agreementInForce, type Clause, rulesQuiz } from '#app/domain/house-rules.ts'
import type { Locale } from '#app/domain/locale.ts'
import { translator } from '#app/i18n/i18n.ts'
import { contentHash } from './scenarios.ts'

export interface AgreementText {
  version: string
  title: string
  lede: string
  clauses: { key: Clause; title: string; text: string }[]
  /** Names this very text, word for word, in this language. */
  hash: string
}

/** The agreement in force as it stands on the page; its words go out only from here, never as a catalogue. */
export function agreementText(locale: Locale, organisation: string): AgreementText {
  const t = translator(locale)
  const words = {
    version: agreementInForce.version,
    title: t('rules.agreement.title'),
    lede: t('rules.agreement.lede', { organisation }),
    clauses: agreementInForce.clauses.map((key) => ({
      key,
      title: t(`rules.agreement.clauses.${key}.title`),
      text: t(`rules.agreement.clauses.${key}.text`),
    })),
  }
  return { ...words, hash: contentHash({ document: agreementDocument, locale, ...words }) }
}

export interface QuestionText {
  key: string
  question: string
  options: { value: string; label: string }[]
  /** Why the right one is right: shown once the question was tried. */
  why: string
}

export function quizText(locale: Locale): QuestionText[] {
  const t = translator(locale)
  return rulesQuiz.questions.map(({ key, options }) => ({
    key,
    question: t(`rules.quiz.${key}.question`),
    options: options.map((value) => ({ value, label: t(optionKey(key, value)) })),
    why: t(`rules.quiz.${key}.why`),
  }))
}

type Question = (typeof rulesQuiz.questions)[number]
type OptionKey = {
  [Q in Question as Q['key']]: `rules.quiz.${Q['key']}.options.${Q['options'][number]}`
}[Question['key']]
const optionKey = (key: Question['key'], option: Question['options'][number]) =>
  `rules.quiz.${key}.options.${option}` as OptionKey

export const clauseTitle = (locale: Locale, clause: Clause): string =>
  translator(locale)(`rules.agreement.clauses.${clause}.title`)
