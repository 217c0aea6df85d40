import type { StaffViewer } from '#app/domain/access.ts'
import type { Locale } from '#app/domain/locale.ts'
import { gateView, type PlanView, planView } from '#app/domain/newcomer-plan.ts'
import { dayIn } from '#app/domain/zones.ts'
import type { Db } from '#db/client.ts'
import { type NewcomerPlan, ownPlan } from '#db/newcomers.ts'
import { found } from './guard.ts'
import { clauseTitle } from './house-rules.ts'
import type { Library } from './scenarios.ts'

/** A plan as a page shows it: no ids, nothing that is not on the page. */
export function shownPlan(plan: NewcomerPlan, context: { now: Date; library: Library }): PlanView {
  const { zone } = plan.team
  return planView(plan, {
    today: dayIn(zone, context.now),
    day: (moment) => dayIn(zone, moment),
    articles: context.library.handbook.content.articles.length,
  })
}

/** What the gate says when it is shut: its bar and what opens it, and nothing of what lies behind. */
export async function closedGate(db: Db, input: { viewer: StaffViewer; locale: Locale }) {
  const gate = gateView(found(await ownPlan(db, input)))
  return { gate, nextTitle: gate.next?.kind === 'clause' ? clauseTitle(input.locale, gate.next.clause) : '' }
}
