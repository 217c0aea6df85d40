import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { gateView } from '#app/domain/newcomer-plan.ts'
import { personName } from '#app/domain/text.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, requireStaff } from '#app/server/guard.ts'
import { agreementText } from '#app/server/house-rules.ts'
import { statusOfRefusal } from '#app/server/refusals.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Clauses } from '#app/ui/newcomer/Clauses.tsx'
import { GateBar } from '#app/ui/newcomer/Gate.tsx'
import { StartPage } from '#app/ui/newcomer/StartPage.tsx'
import { title } from '#app/ui/title.ts'
import { signAgreement } from '#db/acknowledgements.ts'
import { ownPlan } from '#db/newcomers.ts'
import { organisation } from '#db/organisation.ts'

export const meta = title

export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, locale } = await requireStaff(args, 'follow-plan')
  const plan = found(await ownPlan(db, { viewer }))
  const text = agreementText(locale, (await organisation(db)).name)
  const gate = gateView(plan)
  const { acknowledgement } = plan
  return {
    title: text.title,
    lede: text.lede,
    hash: text.hash,
    me: viewer.name,
    gate,
    clauses: text.clauses.map(({ key, title, text: words }) => ({
      key,
      title,
      text: words,
      state:
        gate.signed || gate.bar.some(({ clause, state }) => clause === key && state !== 'shut')
          ? 'read'
          : 'shut',
      toSign: gate.toSign.includes(key),
    })),
    again: acknowledgement !== null && !gate.signed,
    signed:
      acknowledgement && gate.signed
        ? {
            name: acknowledgement.typedName,
            version: acknowledgement.version,
            at: acknowledgement.at,
            hash: acknowledgement.textHash,
            zone: plan.team.zone,
          }
        : null,
  }
}

/** Signs: the name as typed, and the text that stood on the page. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, locale, now } = await requireStaff(args, 'follow-plan')
  const form = await readForm(args.request)
  const typed = personName.safeParse(form.text('name'))
  if (!typed.success) {
    const issue = typed.error.issues[0]?.message ?? 'required'
    return data({ issue, refused: null, name: form.text('name') }, { status: 422 })
  }
  const signed = found(
    await signAgreement(db, {
      viewer,
      typedName: typed.data.trim(),
      locale,
      seen: form.text('text'),
      text: agreementText(locale, (await organisation(db)).name),
      now: now(),
    }),
  )
  if ('refused' in signed)
    return data(
      { issue: null, refused: signed.refused, name: typed.data },
      { status: statusOfRefusal(signed.refused) },
    )
  return redirect('/start/quiz', 303)
}

export default function Agreement() {
  const { title: heading, lede, hash, me, gate, clauses, again, signed } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const refused = result?.refused
  const error = result?.issue
    ? t(`domain.issues.${result.issue as 'required'}`)
    : refused === 'name-differs'
      ? t('newcomers.refusals.name-differs', { name: me })
      : undefined
  return (
    <StartPage>
      <header>
        <h1>{heading}</h1>
        <p>{again ? t('newcomers.agreement.again') : lede}</p>
      </header>
      <GateBar gate={gate} />
      <Clauses clauses={clauses} marked={again} />
      {signed ? (
        <div className="signing">
          <p>
            {t('newcomers.agreement.signed', {
              name: signed.name,
              day: formats.date(signed.at, signed.zone),
              time: formats.time(signed.at, signed.zone),
              version: signed.version,
            })}
          </p>
          <p className="label finger">{t('newcomers.agreement.fingerprint', { hash: signed.hash })}</p>
          {gate.next?.kind === 'questions' && (
            <LinkButton to="/start/quiz" kind="primary" block>
              {t('newcomers.agreement.goOn')}
            </LinkButton>
          )}
        </div>
      ) : (
        gate.next?.kind === 'sign' && (
          <Form method="post" className="signing" id="next" noValidate>
            <h2>{t('newcomers.agreement.sign')}</h2>
            <ErrorSummary errors={error ? { name: error } : undefined} />
            {refused && !error && <p className="error">{t(`newcomers.refusals.${refused}`)}</p>}
            <p>{t('newcomers.agreement.text')}</p>
            <input type="hidden" name="text" value={hash} />
            <Field
              name="name"
              label={t('newcomers.agreement.name')}
              hint={t('newcomers.agreement.hint')}
              autoComplete="name"
              defaultValue={result?.name}
              error={error}
              required
            />
            <Button kind="primary" block>
              {t('newcomers.agreement.button')}
            </Button>
          </Form>
        )
      )}
    </StartPage>
  )
}
