import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

/** The table of contents: every address of the product, one line each. */
export default [
  // everybody
  index('routes/public/home.ts'),
  route('sign-in', 'routes/public/sign-in.tsx'),
  route('sign-in/as', 'routes/public/sign-in-as.ts'),
  route('sign-in/:token', 'routes/public/sign-in-key.tsx'),
  route('claim/:token', 'routes/public/claim.tsx'),
  route('welcome/:token', 'routes/public/welcome.tsx'),
  route('sign-out', 'routes/public/sign-out.ts'),
  route('language', 'routes/public/language.ts'),
  route('theme', 'routes/public/theme.ts'),

  // vacancies, in public
  route(':lang', 'routes/public/home.ts', { id: 'home-in-language' }),
  route(':lang?/jobs', 'routes/public/vacancies.tsx'),
  route(':lang?/jobs/:slug', 'routes/public/vacancy.tsx'),
  route(':lang?/privacy', 'routes/public/privacy.tsx'),
  route('en/jobs/*', 'routes/public/english.ts', { id: 'english-jobs' }),
  route('en/privacy', 'routes/public/english.ts', { id: 'english-privacy' }),
  route('texts/:locale/:of/:hash', 'routes/public/texts.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('sitemap.xml', 'routes/public/sitemap.ts'),

  // applying, and the candidate's own pages
  route(':lang?/jobs/:slug/apply', 'routes/candidate/apply.tsx'),
  route(':lang?/jobs/:slug/applied', 'routes/candidate/applied.tsx'),
  route('link', 'routes/candidate/link.tsx'),
  route('a', 'routes/candidate/status.tsx'),
  route('a/withdraw', 'routes/candidate/withdraw.ts'),
  route('a/return', 'routes/candidate/return.ts'),
  route('a/statement', 'routes/candidate/statement.tsx'),
  route('a/report', 'routes/candidate/report.tsx'),
  route('a/review', 'routes/candidate/review.tsx'),
  route('a/data', 'routes/candidate/my-data.tsx'),
  route('a/data.json', 'routes/candidate/my-data-file.ts'),
  route('a/:token', 'routes/candidate/enter.tsx'),

  // the assignment
  route('a/assignment', 'routes/candidate/assignment/introduction.tsx'),
  route('a/assignment/practice/:scenario', 'routes/candidate/assignment/practice.tsx'),
  route('a/assignment/practice/:scenario/page', 'routes/candidate/assignment/practice-page.ts'),
  route('a/assignment/practice/:scenario/desk', 'routes/candidate/assignment/practice-desk.ts'),
  route('a/assignment/time', 'routes/candidate/assignment/time.ts'),
  route('a/assignment/signs', 'routes/candidate/assignment/signs.ts'),
  route('a/assignment/finish', 'routes/candidate/assignment/finish.tsx'),
  route('a/assignment/:answer', 'routes/candidate/assignment/answer.tsx'),
  route('a/answers/:answer', 'routes/candidate/assignment/save.ts'),
  route('a/answers/:answer/desk', 'routes/candidate/assignment/desk.ts'),
  route('a/answers/:answer/page', 'routes/candidate/assignment/page.ts'),
  route('a/answers/:answer/handbook', 'routes/candidate/assignment/handbook.ts'),
  route('a/enter', 'routes/candidate/assignment/enter.tsx'),
  route('a/enter/:token', 'routes/candidate/assignment/enter-key.tsx'),

  // the candidate's references, interview and offer
  route('a/references', 'routes/candidate/references.tsx'),
  route('a/references/:request/release', 'routes/candidate/references-release.ts'),
  route('a/references/:request/withdraw', 'routes/candidate/references-withdraw.ts'),
  route('a/interview', 'routes/candidate/interview.tsx'),
  route('a/interview.ics', 'routes/candidate/interview-file.ts'),
  route('a/offer', 'routes/candidate/offer.tsx'),
  route('a/offer/decline', 'routes/candidate/offer-decline.ts'),

  // referees
  route('r', 'routes/referee/form.tsx'),
  route('r/decline', 'routes/referee/decline.ts'),
  route('r/wrong-person', 'routes/referee/wrong-person.ts'),
  route('r/done', 'routes/referee/done.tsx'),
  route('r/:token', 'routes/referee/enter.ts'),

  // staff
  layout('routes/team/layout.tsx', [
    route('team', 'routes/team/today.tsx'),
    // vacancies
    route('team/vacancies', 'routes/team/vacancies/list.tsx'),
    route('team/vacancies/new', 'routes/team/vacancies/new.tsx'),
    route('team/vacancies/:id', 'routes/team/vacancies/pipeline.tsx'),
    route('team/vacancies/:id/about', 'routes/team/vacancies/vacancy.tsx'),
    route('team/vacancies/:id/compare', 'routes/team/vacancies/compare.tsx'),
    route('team/vacancies/:id/edit', 'routes/team/vacancies/edit.tsx'),
    route('team/vacancies/:id/unpublish', 'routes/team/vacancies/unpublish.tsx'),
    route('team/vacancies/:id/close', 'routes/team/vacancies/close.tsx'),

    // applications
    route('team/people', 'routes/team/people.tsx'),
    route('team/people/quarantine', 'routes/team/quarantine.tsx'),
    route('team/applications/moves', 'routes/team/applications/moves.ts'),
    route('team/applications/moves/undo', 'routes/team/applications/undo-moves.ts'),
    route('team/applications/invitations', 'routes/team/applications/invitations.ts'),
    route('team/applications/words', 'routes/team/applications/words.ts'),
    route('team/applications/words/undo', 'routes/team/applications/undo-words.ts'),
    route('team/applications/:id', 'routes/team/applications/application.tsx'),
    route('team/applications/:id/identity', 'routes/team/applications/identity.ts'),
    route('team/applications/:id/notes', 'routes/team/applications/notes.ts'),
    route('team/applications/:id/files/:file', 'routes/team/applications/file.ts'),

    // grading
    route('team/grading', 'routes/team/grading/queue.tsx'),
    route('team/grading/calibration', 'routes/team/calibration/overview.tsx'),
    route('team/grading/calibration/lesson', 'routes/team/calibration/lesson.tsx'),
    route('team/grading/calibration/run', 'routes/team/calibration/run.tsx'),
    route('team/grading/calibration/told/:id', 'routes/team/calibration/told.tsx'),
    route('team/grading/experts', 'routes/team/calibration/experts.tsx'),
    route('team/grading/experts/answer', 'routes/team/calibration/expert-answer.tsx'),
    route('team/me', 'routes/team/me.tsx'),
    route('team/grading/:id/known', 'routes/team/grading/known.tsx'),
    route('team/vacancies/:id/graders/:user/give', 'routes/team/vacancies/give-grades.ts'),
    route('team/vacancies/:id/graders', 'routes/team/vacancies/graders.tsx'),
    route('team/vacancies/:id/agreement', 'routes/team/vacancies/agreement.tsx'),
    route('team/vacancies/:id/disagreements', 'routes/team/vacancies/disagreements.tsx'),
    route('team/vacancies/:id/disagreements/:answer', 'routes/team/vacancies/disagreement.tsx'),
    route('team/vacancies/:id/disagreements/:answer/ask', 'routes/team/vacancies/disagreement-ask.ts'),
    route('team/vacancies/:id/disagreements/:answer/again', 'routes/team/vacancies/disagreement-again.ts'),
    route('team/applications/:id/profile', 'routes/team/applications/profile.tsx'),

    // scenarios and assignments
    route('team/scenarios', 'routes/team/scenarios/list.tsx'),
    route('team/scenarios/compose', 'routes/team/scenarios/compose.tsx'),
    route('team/scenarios/page/new', 'routes/team/scenarios/new-page.tsx'),
    route('team/scenarios/page/:id', 'routes/team/scenarios/own-page.tsx'),
    route('team/scenarios/:key', 'routes/team/scenarios/scenario.tsx'),

    // integrity
    route('team/integrity', 'routes/team/integrity/list.tsx'),
    route('team/integrity/:id', 'routes/team/integrity/case.tsx'),
    route('team/integrity/:id/ask', 'routes/team/integrity/ask.ts'),

    // references, interviews, decisions
    route('team/applications/:id/references', 'routes/team/applications/references.tsx'),
    route('team/applications/:id/references/ask', 'routes/team/applications/references-ask.ts'),
    route(
      'team/applications/:id/references/:request/verify',
      'routes/team/applications/references-verify.ts',
    ),
    route('team/interviews', 'routes/team/interviews.tsx'),
    route('team/applications/:id/interview', 'routes/team/applications/interview.tsx'),
    route('team/applications/:id/interview/:interview/move', 'routes/team/applications/interview-move.tsx'),
    route(
      'team/applications/:id/interview/:interview/cancel',
      'routes/team/applications/interview-cancel.ts',
    ),
    route('team/applications/:id/interview/:interview/notes', 'routes/team/applications/interview-notes.tsx'),
    route('team/applications/:id/report', 'routes/team/applications/report.tsx'),
    route('team/reviews', 'routes/team/reviews/list.tsx'),
    route('team/reviews/:request', 'routes/team/reviews/review.tsx'),
    route('team/applications/:id/decide', 'routes/team/applications/decide.tsx'),
    route('team/applications/:id/decide/undo', 'routes/team/applications/decide-undo.ts'),
    route('team/applications/:id/offer', 'routes/team/applications/offer.tsx'),
    route('team/applications/:id/offer/withdraw', 'routes/team/applications/offer-withdraw.tsx'),

    // newcomers
    route('team/newcomers', 'routes/team/newcomers/list.tsx'),
    route('team/newcomers/:newcomer', 'routes/team/newcomers/newcomer.tsx'),
    route('team/newcomers/:newcomer/readiness', 'routes/team/newcomers/readiness.tsx'),
    route('team/newcomers/:newcomer/not-yet', 'routes/team/newcomers/not-yet.tsx'),

    // staff
    route('team/staff', 'routes/team/staff/list.tsx'),
    route('team/staff/:user/role', 'routes/team/staff/role.ts'),
    route('team/staff/:user/close', 'routes/team/staff/close.ts'),
    route('team/staff/:user/open', 'routes/team/staff/open.ts'),
    route('team/health', 'routes/team/health.tsx'),
  ]),

  // the comparison of finalists as a file
  route('team/vacancies/:id/compare.csv', 'routes/team/vacancies/compare-file.ts'),

  // the public page of a vacancy as it will be, in its own frame
  route('team/vacancies/:id/preview', 'routes/team/vacancies/preview.tsx'),
  // the honest numbers of a vacancy as a file
  route('team/vacancies/:id/agreement.csv', 'routes/team/vacancies/agreement-file.ts'),

  // the page under review of a scenario, for its frame
  route('team/scenarios/:key/page', 'routes/team/scenarios/page.ts'),
  route('team/scenarios/:key/desk', 'routes/team/scenarios/desk.ts'),
  route('team/scenarios/page/:id/save', 'routes/team/scenarios/own-page-save.ts'),

  // the grading desk, which has the whole window
  route('team/grading/:id', 'routes/team/grading/desk.tsx'),
  route('team/grading/:id/page', 'routes/team/grading/page.ts'),
  route('team/grading/:id/opened', 'routes/team/grading/opened.ts'),
  route('team/grading/:id/save', 'routes/team/grading/save.ts'),
  route('team/grading/:id/lock', 'routes/team/grading/lock.ts'),
  route('team/grading/:id/undo', 'routes/team/grading/undo.ts'),
  route('team/grading/:id/amend', 'routes/team/grading/amend.ts'),
  route('team/grading/:id/hide', 'routes/team/grading/hide.ts'),
  route('team/grading/:id/show', 'routes/team/grading/show.ts'),
  route('team/grading/:id/notes', 'routes/team/grading/notes.ts'),
  route('team/grading/:id/notes/undo', 'routes/team/grading/undo-note.ts'),
  route('team/suspicions/:id', 'routes/team/grading/suspicion.ts'),

  // newcomers
  layout('routes/newcomer/layout.tsx', [
    route('start', 'routes/newcomer/start.tsx'),
    route('start/agreement', 'routes/newcomer/agreement.tsx'),
    route('start/quiz', 'routes/newcomer/quiz.tsx'),
    route('start/handbook', 'routes/newcomer/handbook.tsx'),
    route('start/handbook/:article', 'routes/newcomer/article.tsx'),
    route('start/practice', 'routes/newcomer/practice.tsx'),
    route('start/practice/reply', 'routes/newcomer/practice-reply.tsx'),
    route('start/practice/text', 'routes/newcomer/practice-text.tsx'),
    route('start/practice/levels', 'routes/newcomer/practice-levels.tsx'),
    route('start/practice/feedback', 'routes/newcomer/practice-feedback.tsx'),
  ]),
  route('start/agreement/clauses/:clause', 'routes/newcomer/clause.ts'),
  route('start/steps/:step', 'routes/newcomer/step.ts'),
  route('start/practice/answer', 'routes/newcomer/practice-answer.ts'),

  route('dev/mail', 'routes/team/mail.tsx'),
  route('dev/mail/:message', 'routes/team/mail-message.tsx'),
  route('*', 'routes/public/nothing.tsx'),
] satisfies RouteConfig
