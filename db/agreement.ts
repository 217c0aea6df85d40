/** How far the graders of a vacancy agree: figures from revealed grades, worked out by a job and kept. */
export { type AgreementPanel, agreementOf, refreshAgreement } from './agreement/panel.ts'
export { workOutAgreement } from './agreement/work-out.ts'
