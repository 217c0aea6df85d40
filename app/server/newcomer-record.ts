import type { StaffViewer } from '#app/domain/access.ts'
import { familyOf } from '#app/domain/dimensions.ts'
import { type Clause, rulesQuiz } from '#app/domain/house-rules.ts'
import type { Locale } from '#app/domain/locale.ts'
import { articleView } from '#app/domain/scenario/handbook.ts'
import { triesOf } from '#db/acknowledgements.ts'
import type { Db } from '#db/client.ts'
import type { NewcomerPlan } from '#db/newcomers.ts'
import { practiceForLead } from '#db/practice-view.ts'
import { clauseTitle } from './house-rules.ts'
import { feedbackOf, textOf } from './practice-page.ts'
import type { Library } from './scenarios.ts'

/** Each try at the questions: how many were asked and right, and on which clauses the others were. */
export async function shownTries(db: Db, input: { newcomerId: string; locale: Locale }) {
  const tries = await triesOf(db, input.newcomerId, rulesQuiz.version)
  return tries.map(({ choices, at }) => {
    const asked = rulesQuiz.questions.filter(({ key }) => choices[key] !== undefined)
    const wrong = asked.filter(({ key, right }) => choices[key] !== right)
    return {
      at,
      total: asked.length,
      right: asked.length - wrong.length,
      wrong: wrong.map(({ key }) => clauseTitle(input.locale, key satisfies Clause)),
    }
  })
}

/** The titles of the articles that the ledger says were opened, in the handbook's order. */
export const shownArticles = (plan: NewcomerPlan, library: Library, locale: Locale) =>
  library.handbook.content.articles
    .filter(({ id }) => plan.articlesOpened.includes(id))
    .map((article) => {
      const { number, title } = articleView(article, locale)
      return { number, title }
    })

/** The reply and the newcomer's own levels, for a shift lead; null for everybody else, and before it is handed in. */
export async function shownPractice(
  db: Db,
  input: { viewer: StaffViewer; newcomerId: string; library: Library },
) {
  const run = await practiceForLead(db, input)
  if (!run?.submittedAt) return null
  return {
    lang: run.locale,
    text: textOf(run),
    levels: feedbackOf(run, input.library.rubric.content).map(({ shown, level }) => ({
      dimension: shown.dimension,
      family: familyOf(shown.dimension),
      level,
    })),
  }
}
