import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { rulesQuiz } from '#app/domain/house-rules.ts'
import { gateView } from '#app/domain/newcomer-plan.ts'
import { quizResult } from '#app/domain/onboarding.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { clauseTitle, quizText } from '#app/server/house-rules.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Closed } from '#app/ui/newcomer/Closed.tsx'
import { GateBar } from '#app/ui/newcomer/Gate.tsx'
import { Questions } from '#app/ui/newcomer/Questions.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { triesOf, tryQuiz } from '#db/acknowledgements.ts'
import { ownPlan } from '#db/newcomers.ts'

export const meta = title

/** A question that is settled shows its right answer; one that was tried shows why; the others show nothing but themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t } = await requireStaff(args, 'follow-plan')
  const plan = found(await ownPlan(db, { viewer }))
  const gate = gateView(plan)
  const page = { title: t('newcomers.quiz.title'), gate, passed: plan.facts.quizPassed }
  if (!gate.signed) {
    const { next } = gate
    const nextTitle = next?.kind === 'clause' ? clauseTitle(locale, next.clause) : ''
    return data({ ...page, questions: [], nextTitle }, { status: 403 })
  }
  const tries = (await triesOf(db, plan.id, rulesQuiz.version)).map(({ choices }) => choices)
  const { settled, wrong } = quizResult(rulesQuiz.questions, tries)
  const last = tries.at(-1) ?? {}
  const questions = quizText(locale).map(({ key, question, options, why }) => {
    const right = settled.includes(key)
    const chosen = right ? rulesQuiz.questions.find((one) => one.key === key)?.right : last[key]
    return {
      key,
      question,
      options: right ? [] : options,
      state: right ? ('right' as const) : wrong.includes(key) ? ('wrong' as const) : ('open' as const),
      chosen: options.find(({ value }) => value === chosen)?.label ?? null,
      why: right || wrong.includes(key) ? why : null,
    }
  })
  return data({ ...page, questions, nextTitle: '' })
}

export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'follow-plan')
  const form = await readForm(args.request)
  const choices = Object.fromEntries(
    rulesQuiz.questions.map(({ key, options }) => {
      const typed = form.text(key)
      return [key, options.find((option) => option === typed)]
    }),
  )
  const tried = found(await tryQuiz(db, { viewer, quiz: rulesQuiz, choices, now: now() }))
  if ('ok' in tried) return redirect('/start/quiz', 303)
  if (tried.refused === 'questions-open') return data({ missing: tried.questions, choices }, { status: 422 })
  return refuse(statusOfRefusal(tried.refused), tried.refused)
}

export default function Quiz() {
  const { title: heading, gate, passed, questions, nextTitle } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useI18n()
  if (!gate.signed)
    return (
      <StartPage>
        <Closed text={t('newcomers.quiz.first')} gate={gate} clauseTitle={nextTitle} />
      </StartPage>
    )
  const missing = result?.missing ?? []
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
        <p>{t(passed ? 'newcomers.quiz.passed' : 'newcomers.quiz.lede')}</p>
      </header>
      <GateBar gate={gate} />
      <Form method="post" noValidate>
        <ErrorSummary
          errors={Object.fromEntries(
            questions
              .filter(({ key }) => missing.includes(key))
              .map(({ key, question }) => [key, `${question} ${t('newcomers.quiz.choose')}`]),
          )}
        />
        <Questions questions={questions} missing={missing} choices={result?.choices ?? {}} />
        {!passed && (
          <Button kind="primary" block>
            {t('newcomers.quiz.check')}
          </Button>
        )}
      </Form>
      {passed && (
        <LinkButton to="/start/handbook" kind="primary" block>
          {t('newcomers.quiz.toHandbook')}
        </LinkButton>
      )}
    </StartPage>
  )
}
