export { decide } from './decisions/decide.ts'
export { rejectionInForce } from './decisions/rows.ts'
export { beforeRejection, undoRejection } from './decisions/undo.ts'
export { type DecisionPage, decisionPage } from './decisions/view.ts'
