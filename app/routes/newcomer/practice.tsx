import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { found, refuse, requireStaff } from '#app/server/guard.ts'
import { closedGate } from '#app/server/newcomer-page.ts'
import { practiceKey, stageOf, stagePaths } from '#app/server/practice-page.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { Closed } from '#app/ui/newcomer/Closed.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { beginPractice } from '#db/practice.ts'
import { ownPractice } from '#db/practice-view.ts'

export const meta = title

/** Before the case: what it is, who reads it, how long it takes. Behind the gate like the handbook. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale, t, library } = await requireStaff(args, 'follow-plan')
  const practice = found(await ownPractice(db, { viewer }))
  if ('refused' in practice) {
    const closed = await closedGate(db, { viewer, locale })
    return data({ title: t('newcomers.closed.title'), closed, open: null }, { status: 403 })
  }
  const { run } = practice
  const scenario = found(library.scenario(practiceKey))
  const minutes = run?.content.minutes ?? scenario.content.minutes
  const stage = stageOf(run)
  const open = { stage, to: stagePaths[stage], minutes, language: run?.locale ?? null }
  return data({ title: t('newcomers.practice.title'), closed: null, open })
}

/** Begins a case. One that is open already goes on instead. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now, library } = await requireStaff(args, 'follow-plan')
  const scenario = found(library.scenario(practiceKey))
  const begun = found(await beginPractice(db, { viewer, scenario, now: now() }))
  if ('refused' in begun) return refuse(statusOfRefusal(begun.refused), begun.refused)
  return redirect(stagePaths.writing, 303)
}

export default function Practice() {
  const { title: heading, closed, open } = useLoaderData<typeof loader>()
  const { t, formats } = useI18n()
  if (closed)
    return (
      <StartPage>
        <Closed text={t('newcomers.closed.practice')} gate={closed.gate} clauseTitle={closed.nextTitle} />
      </StartPage>
    )
  const { stage, to, minutes, language } = open
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
        <p>{t('newcomers.practice.intro')}</p>
      </header>
      <div className="stack">
        <p className="strong">{t('newcomers.practice.minutes', { count: minutes })}</p>
        <p>{t('newcomers.practice.who')}</p>
        {language && (
          <p className="label">
            {t('newcomers.practice.language', { language: formats.language(language) })}
          </p>
        )}
        {stage === 'writing' && (
          <LinkButton to={to} kind="primary" block>
            {t('newcomers.practice.continue')}
          </LinkButton>
        )}
        {stage === 'levels' && (
          <LinkButton to={to} kind="primary" block>
            {t('newcomers.practice.levels')}
          </LinkButton>
        )}
        {stage === 'done' && (
          <LinkButton to={to} kind="primary" block>
            {t('newcomers.practice.look')}
          </LinkButton>
        )}
        {(stage === 'none' || stage === 'done') && (
          <Form method="post">
            <Button kind={stage === 'none' ? 'primary' : undefined} block>
              {t(stage === 'none' ? 'newcomers.practice.begin' : 'newcomers.practice.again')}
            </Button>
          </Form>
        )}
      </div>
    </StartPage>
  )
}
