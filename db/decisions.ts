export { type Decided, type DecideInput, decide } from './decisions/decide.ts'
export type { Evidence } from './decisions/evidence.ts'
export { undoRejection } from './decisions/undo.ts'
export { type DecisionPage, type DecisionView, decisionPage } from './decisions/view.ts'
