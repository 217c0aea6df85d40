/** Calibration of graders: anchor answers, the experts' word on them, runs, and where each grader stands. */
export { anchorsIn, bindingIn, gradedCases, teaching } from './calibration/anchors.ts'
export {
  addAnchor,
  anchorForExpert,
  anchorStates,
  expertsOf,
  isExpert,
  nameExpert,
  rateAsExpert,
  retireAnchor,
} from './calibration/experts.ts'
export { endPassIfAstray, liveAnchors, liveOfVacancy, ownLive, toldAnchor } from './calibration/live.ts'
export { calibrationStep, rateAnchor, startCalibration } from './calibration/runs.ts'
export { type GraderStanding, lapsedLocks, ownRuns, standingsOf } from './calibration/standing.ts'
