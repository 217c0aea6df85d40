/** Newcomers: the hire becomes an account and a plan; who sees it; the handbook behind its gate. */
export { handbookGate, openArticle, tickHandbook } from './newcomers/handbook.ts'
export { newcomersFor } from './newcomers/list.ts'
export { type NewcomerPlan, ownPlan, planForTeam } from './newcomers/plan.ts'
export { startNewcomer } from './newcomers/start.ts'
export { delayToTell, newcomerToTell } from './newcomers/told.ts'
