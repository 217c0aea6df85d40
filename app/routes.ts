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

  // applying, and the candidate's own pages

  // the assignment

  // referees

  // staff
  layout('routes/team/layout.tsx', [
    route('team', 'routes/team/today.tsx'),
    // vacancies

    // applications

    // grading

    // references, interviews, decisions

    // newcomers

    // staff
  ]),

  // newcomers

  route('dev/mail', 'routes/team/mail.tsx'),
  route('dev/mail/:message', 'routes/team/mail-message.tsx'),
  route('*', 'routes/public/nothing.tsx'),
] satisfies RouteConfig
