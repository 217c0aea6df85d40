import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptable, textLimits } from '#app/domain/characters.ts'
import { dimensions, isLevel } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { readForm } from '#app/server/form.ts'
import { found, idParam, refuse, requireStaff, within } from '#app/server/guard.ts'
import { type ModerationData, moderationData } from '#app/server/moderation-data.ts'
import { ModerationPage } from '#app/ui/agreement/ModerationPage.tsx'
import style from '#app/ui/agreement.css?url'
import desk from '#app/ui/grading.css?url'
import { PageHead } from '#app/ui/StaffPage.tsx'
import { title } from '#app/ui/title.ts'
import { answerForModerator, moderate } from '#db/moderations.ts'

export const meta = title
export const links = () => [
  { rel: 'stylesheet', href: desk },
  { rel: 'stylesheet', href: style },
]

const word = z.strictObject({
  dimension: z.enum(dimensions),
  level: z.string().optional(),
  reason: z.string().max(textLimits.paragraph).refine(acceptable),
})

/** One disputed answer, for who may give the last word: everything of it, and not whose it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, viewer, locale, now } = await requireStaff(args, 'moderate')
  const [vacancyId, answerId] = [idParam(args, 'id'), idParam(args, 'answer')]
  const read = found(await answerForModerator(db, { viewer, vacancyId, answerId, locale, now: now() }))
  const answer = moderationData(read, viewer.userId)
  return { title: t('agreement.moderation.pageTitle', { code: answer.code }), answer }
}

/** Gives the last word on one criterion. */
export async function action(args: ActionFunctionArgs) {
  const { db, viewer, now } = await requireStaff(args, 'moderate')
  const [vacancyId, answerId] = [idParam(args, 'id'), idParam(args, 'answer')]
  await within(args.context, 'write', viewer.userId)
  const read = word.safeParse((await readForm(args.request)).fields)
  if (!read.success) return refuse(400, 'bad-shape')
  const { dimension, level, reason } = read.data
  const value = Number(level)
  const refused = (code: string, status: number) =>
    data({ refused: { code, dimension, level, reason } }, { status })
  if (!isLevel(value)) return refused('level-missing', 422)
  const input = { viewer, vacancyId, answerId, dimension, value, reason, now: now() }
  const done = found(await moderate(db, input))
  if ('ok' in done)
    return redirect(`/team/vacancies/${vacancyId}/disagreements/${answerId}#${dimension}`, { status: 303 })
  return refused(done.refused, done.refused === 'reason-missing' ? 422 : 409)
}

export default function Disagreement() {
  const { answer } = useLoaderData<typeof loader>() as { answer: ModerationData }
  const result = useActionData<typeof action>()
  const { t, formats } = useI18n()
  const { vacancy, code, applicationId, desk: shown } = answer
  const list = `/team/vacancies/${vacancy.id}/disagreements`
  return (
    <>
      <PageHead
        crumb={
          <>
            <span lang={vacancy.lang}>{vacancy.title}</span> ·{' '}
            <Link to={list}>{t('agreement.list.title')}</Link>
          </>
        }
        title={t('agreement.moderation.title', { code })}
        who={
          <>
            <span>
              {shown.scenario && `${shown.scenario} · `}
              <span lang={shown.locale}>{shown.case.title}</span> · {formats.language(shown.locale)}
            </span>
            <span>{t('agreement.moderation.blind')}</span>
          </>
        }
        acts={
          applicationId &&
          !answer.criteria.some(({ may }) => may.moderate) && (
            <Link className="btn plain" to={`/team/applications/${applicationId}/profile`}>
              {t('agreement.list.profile')}
            </Link>
          )
        }
      />
      <ModerationPage answer={answer} refused={result?.refused} />
    </>
  )
}
