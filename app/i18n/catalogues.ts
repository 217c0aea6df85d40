import type { Locale } from '#app/domain/locale.ts'
import enAdvice from './en/advice.json'
import enAgreement from './en/agreement.json'
import enApply from './en/apply.json'
import enAttempt from './en/attempt.json'
import enCalibration from './en/calibration.json'
import enComparison from './en/comparison.json'
import enDecisions from './en/decisions.json'
import enDomain from './en/domain.json'
import enFailed from './en/failed.json'
import enGrading from './en/grading.json'
import enIntegrity from './en/integrity.json'
import enInterviews from './en/interviews.json'
import enJobs from './en/jobs.json'
import enMails from './en/mails.json'
import enNewcomers from './en/newcomers.json'
import enNotice from './en/notice.json'
import enOwner from './en/owner.json'
import enPipeline from './en/pipeline.json'
import enProfile from './en/profile.json'
import enReferences from './en/references.json'
import enReports from './en/reports.json'
import enRules from './en/rules.json'
import enScenarios from './en/scenarios.json'
import enShared from './en/shared.json'
import enStaff from './en/staff.json'
import enStatus from './en/status.json'
import enTemplates from './en/templates.json'
import enUi from './en/ui.json'
import enVacancies from './en/vacancies.json'
import ruAdvice from './ru/advice.json'
import ruAgreement from './ru/agreement.json'
import ruApply from './ru/apply.json'
import ruAttempt from './ru/attempt.json'
import ruCalibration from './ru/calibration.json'
import ruComparison from './ru/comparison.json'
import ruDecisions from './ru/decisions.json'
import ruDomain from './ru/domain.json'
import ruFailed from './ru/failed.json'
import ruGrading from './ru/grading.json'
import ruIntegrity from './ru/integrity.json'
import ruInterviews from './ru/interviews.json'
import ruJobs from './ru/jobs.json'
import ruMails from './ru/mails.json'
import ruNewcomers from './ru/newcomers.json'
import ruNotice from './ru/notice.json'
import ruOwner from './ru/owner.json'
import ruPipeline from './ru/pipeline.json'
import ruProfile from './ru/profile.json'
import ruReferences from './ru/references.json'
import ruReports from './ru/reports.json'
import ruRules from './ru/rules.json'
import ruScenarios from './ru/scenarios.json'
import ruShared from './ru/shared.json'
import ruStaff from './ru/staff.json'
import ruStatus from './ru/status.json'
import ruTemplates from './ru/templates.json'
import ruUi from './ru/ui.json'
import ruVacancies from './ru/vacancies.json'
import sqAdvice from './sq/advice.json'
import sqAgreement from './sq/agreement.json'
import sqApply from './sq/apply.json'
import sqAttempt from './sq/attempt.json'
import sqCalibration from './sq/calibration.json'
import sqComparison from './sq/comparison.json'
import sqDecisions from './sq/decisions.json'
import sqDomain from './sq/domain.json'
import sqFailed from './sq/failed.json'
import sqGrading from './sq/grading.json'
import sqIntegrity from './sq/integrity.json'
import sqInterviews from './sq/interviews.json'
import sqJobs from './sq/jobs.json'
import sqMails from './sq/mails.json'
import sqNewcomers from './sq/newcomers.json'
import sqNotice from './sq/notice.json'
import sqOwner from './sq/owner.json'
import sqPipeline from './sq/pipeline.json'
import sqProfile from './sq/profile.json'
import sqReferences from './sq/references.json'
import sqReports from './sq/reports.json'
import sqRules from './sq/rules.json'
import sqScenarios from './sq/scenarios.json'
import sqShared from './sq/shared.json'
import sqStaff from './sq/staff.json'
import sqStatus from './sq/status.json'
import sqTemplates from './sq/templates.json'
import sqUi from './sq/ui.json'
import sqVacancies from './sq/vacancies.json'

/** Every text of the product. Server only: a browser gets the namespaces of its audience through the root loader. */
export const catalogues = {
  en: {
    agreement: enAgreement,
    advice: enAdvice,
    apply: enApply,
    attempt: enAttempt,
    comparison: enComparison,
    calibration: enCalibration,
    decisions: enDecisions,
    domain: enDomain,
    failed: enFailed,
    grading: enGrading,
    integrity: enIntegrity,
    interviews: enInterviews,
    jobs: enJobs,
    mails: enMails,
    newcomers: enNewcomers,
    notice: enNotice,
    owner: enOwner,
    pipeline: enPipeline,
    profile: enProfile,
    references: enReferences,
    reports: enReports,
    rules: enRules,
    scenarios: enScenarios,
    shared: enShared,
    staff: enStaff,
    status: enStatus,
    templates: enTemplates,
    ui: enUi,
    vacancies: enVacancies,
  },
  ru: {
    agreement: ruAgreement,
    advice: ruAdvice,
    apply: ruApply,
    attempt: ruAttempt,
    comparison: ruComparison,
    calibration: ruCalibration,
    decisions: ruDecisions,
    domain: ruDomain,
    failed: ruFailed,
    grading: ruGrading,
    integrity: ruIntegrity,
    interviews: ruInterviews,
    jobs: ruJobs,
    mails: ruMails,
    newcomers: ruNewcomers,
    notice: ruNotice,
    owner: ruOwner,
    pipeline: ruPipeline,
    profile: ruProfile,
    references: ruReferences,
    reports: ruReports,
    rules: ruRules,
    scenarios: ruScenarios,
    shared: ruShared,
    staff: ruStaff,
    status: ruStatus,
    templates: ruTemplates,
    ui: ruUi,
    vacancies: ruVacancies,
  },
  sq: {
    agreement: sqAgreement,
    advice: sqAdvice,
    apply: sqApply,
    attempt: sqAttempt,
    comparison: sqComparison,
    calibration: sqCalibration,
    decisions: sqDecisions,
    domain: sqDomain,
    failed: sqFailed,
    grading: sqGrading,
    integrity: sqIntegrity,
    interviews: sqInterviews,
    jobs: sqJobs,
    mails: sqMails,
    newcomers: sqNewcomers,
    notice: sqNotice,
    owner: sqOwner,
    pipeline: sqPipeline,
    profile: sqProfile,
    references: sqReferences,
    reports: sqReports,
    rules: sqRules,
    scenarios: sqScenarios,
    shared: sqShared,
    staff: sqStaff,
    status: sqStatus,
    templates: sqTemplates,
    ui: sqUi,
    vacancies: sqVacancies,
  },
} as const satisfies Record<Locale, Record<string, unknown>>

export type Catalogue = (typeof catalogues)['en']
export type Namespace = keyof Catalogue
