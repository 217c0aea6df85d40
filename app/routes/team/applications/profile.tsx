import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { countingData } from '#app/domain/counting.ts'
import { dimensions } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { found, idParam, requireStaff } from '#app/server/guard.ts'
import { BandKey } from '#app/ui/Band.tsx'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { ApplicationHead, type HeadOf } from '#app/ui/decisions/ApplicationHead.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Lamp } from '#app/ui/Lamp.tsx'
import { Aside } from '#app/ui/profile/Aside.tsx'
import { Bands } from '#app/ui/profile/Bands.tsx'
import { Counted } from '#app/ui/profile/Counted.tsx'
import { countedRows } from '#app/ui/profile/counted-rows.ts'
import { countingNotes } from '#app/ui/profile/counting-words.ts'
import type { ProfileData } from '#app/ui/profile/types.ts'
import style from '#app/ui/profile.css?url'
import { title } from '#app/ui/title.ts'
import { viewIdentity } from '#db/identity.ts'
import { profileOf } from '#db/profile.ts'

export const meta = title
export const links = () => [{ rel: 'stylesheet', href: style }]

/** What the locked and revealed grades say. Where it shows who the person is, that is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, t, now, viewer, locale } = await requireStaff(args, 'see-profile')
  const applicationId = idParam(args, 'id')
  const read = found(await profileOf(db, { viewer, applicationId, locale, now: now() }))
  if (read.name !== null && !read.opened) found(await viewIdentity(db, { viewer, applicationId, now: now() }))
  const name = read.name ?? read.code
  const { id, title: job, lang } = read.vacancy
  const head: HeadOf = {
    id: applicationId,
    name,
    hidden: read.name === null,
    stage: read.stage,
    vacancy: { id, title: job, lang },
  }
  const profile: ProfileData = {
    vacancy: { id, zone: read.zone },
    state: read.state,
    progress: read.progress,
    furtherAwaited: read.furtherAwaited,
    shortOfGraders: read.shortOfGraders,
    nameKnown: read.nameKnown,
    sameGraders: read.sameGraders > 0,
    dimensions: read.dimensions.map((one) => ({
      dimension: one.dimension,
      tested: one.tested,
      score: { t: one.score.t, low: one.score.low, high: one.score.high, enough: one.score.enough },
      parts: one.parts,
      scenarios: one.score.scenarios,
      grades: one.grades,
      awaited: one.awaited,
      line: one.line,
      attention: one.attention,
      acrossLine: one.acrossLine,
      seenIn: one.seenIn.map(({ scenarioKey, levels, notShown, awaited }) => ({
        scenarioKey,
        levels,
        notShown,
        awaited,
      })),
      evidence: one.evidence.map(({ id, scenarioKey, level, text, incident }) => ({
        id,
        scenarioKey,
        level,
        text,
        incident,
      })),
    })),
    lastWords: read.lastWords.map(({ answerId, scenarioKey, dimension, value, moderator, at, reason }) => ({
      answer: answerId,
      scenarioKey,
      dimension,
      value,
      moderator,
      at: at.toISOString(),
      reason,
    })),
    scenarios: read.scenarios.map(({ key, code, title: name }) => ({ key, code, title: name })),
    objective: read.objective.map(({ scenarioKey, graders }) => ({
      scenarioKey,
      graders: graders.map(({ id, foundWeight, plantedWeight, recall, precision, objective }) => ({
        id,
        foundWeight,
        plantedWeight,
        recall,
        precision,
        objective,
      })),
    })),
    counted: countedRows(read.counted),
    counting: countingData(read.counting),
    suspicions: read.suspicions.map(({ id: one, code, scenarioKey, quote, status, reviewer, reason }) => ({
      id: one,
      code,
      scenarioKey,
      quote,
      status,
      reviewer,
      reason,
    })),
    agreement: read.agreement,
  }
  return { title: t('profile.title', { name }), head, profile }
}

export default function Profile() {
  const { head, profile } = useLoaderData<typeof loader>() as { head: HeadOf; profile: ProfileData }
  const speech = useI18n()
  const { t } = speech
  const [search] = useSearchParams()
  const wanted = dimensions.find((dimension) => dimension === search.get('see'))
  const telling =
    profile.dimensions.find((one) => one.attention) ?? profile.dimensions.find((one) => one.acrossLine)
  const open =
    wanted ?? telling?.dimension ?? profile.dimensions.find(({ evidence }) => evidence.length > 0)?.dimension
  const lines = profile.dimensions.flatMap(({ line }) => (line === null ? [] : [line]))
  return (
    <>
      <ApplicationHead
        head={head}
        who={
          profile.state !== 'before' && (
            <>
              {profile.nameKnown ? <Lamp>{t('profile.nameKnown')}</Lamp> : <span>{t('profile.blind')}</span>}
              {profile.furtherAwaited > 0 && (
                <span>{t('profile.furtherAwaited', { count: profile.furtherAwaited })}</span>
              )}
            </>
          )
        }
        acts={
          <>
            {profile.state !== 'before' && (
              <Button kind="plain" type="button" onClick={() => window.print()}>
                {t('profile.print')}
              </Button>
            )}
            {head.hidden && (
              <LinkButton to={`/team/applications/${head.id}`}>{t('pipeline.application.own')}</LinkButton>
            )}
          </>
        }
      />
      {profile.state === 'before' ? (
        <Empty>{t('profile.before')}</Empty>
      ) : (
        <div className="cols">
          <div>
            <Bands profile={profile} open={open} />
            <BandKey lines={lines} lastWord={profile.lastWords.length > 0} />
            <p className="label notes">
              {t('profile.assumed')}{' '}
              <Link to={`/team/vacancies/${profile.vacancy.id}/about#plan`}>{t('comparison.plan.link')}</Link>
            </p>
            {countingNotes(speech, profile.counting, profile.vacancy.zone).map((note) => (
              <p key={note} className="label notes">
                {note}
              </p>
            ))}
            {profile.sameGraders && <p className="label notes">{t('profile.sameGraders')}</p>}
            <Counted profile={profile} />
          </div>
          <Aside profile={profile} open={open} />
        </div>
      )}
    </>
  )
}
