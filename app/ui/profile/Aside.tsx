import { Link } from '@remix-run/react'
import { agreementWord } from '#app/domain/agreement.ts'
import { type Dimension, familyOf, isIncidentKind } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import { useQuoteText } from '../grading/Marked.tsx'
import { Suspicions } from './Counted.tsx'
import type { DimensionRow, LastWordRow, ProfileData } from './types.ts'

interface AsideProps {
  profile: ProfileData
  open: Dimension | undefined
}

/** Beside the bands: how far the grading is, how far the graders agree, what was counted, and the candidate's own words. */
export function Aside({ profile, open }: AsideProps) {
  return (
    <aside>
      {profile.state === 'asking' && <Progress profile={profile} />}
      <Agreement profile={profile} />
      {profile.dimensions
        .filter(
          ({ dimension, evidence }) =>
            dimension === open ||
            evidence.length > 0 ||
            profile.lastWords.some((one) => one.dimension === dimension),
        )
        .map((row) => (
          <Evidence key={row.dimension} row={row} profile={profile} open={row.dimension === open} />
        ))}
      <Suspicions profile={profile} />
      {profile.objective.map((part) => (
        <Objective key={part.scenarioKey} part={part} profile={profile} />
      ))}
    </aside>
  )
}

function Progress({ profile }: { profile: ProfileData }) {
  const { t } = useI18n()
  return (
    <section className="first">
      <h2>{t('profile.progressTitle')}</h2>
      <p>{t('profile.progress', profile.progress)}</p>
      {profile.furtherAwaited > 0 && <p className="quiet">{t('profile.further')}</p>}
      {profile.shortOfGraders > 0 && (
        <p>
          {t('profile.short', { count: profile.shortOfGraders })}{' '}
          <Link to={`/team/vacancies/${profile.vacancy.id}/graders`}>{t('profile.invite')}</Link>
        </p>
      )}
    </section>
  )
}

function Agreement({ profile }: { profile: ProfileData }) {
  const { t } = useI18n()
  const { pairs, withinOne, exact } = profile.agreement
  return (
    <section className="first">
      <h2>{t('profile.agreement.title')}</h2>
      {pairs === 0 ? (
        <p className="quiet">{t('profile.agreement.none')}</p>
      ) : (
        <>
          <p>{t('profile.agreement.sentence', { count: pairs, within: withinOne, exact })}</p>
          <p className="quiet">{t(`profile.agreement.${agreementWord(profile.agreement)}`)}</p>
        </>
      )}
    </section>
  )
}

function Evidence({ row, profile, open }: { row: DimensionRow; profile: ProfileData; open: boolean }) {
  const { t, formats } = useI18n()
  const short = useQuoteText()
  const attitude = familyOf(row.dimension) === 'attitude'
  const line = formats.number(row.line ?? 0, 1)
  return (
    <section className={classes('first evidence', open && 'open')} id={`${row.dimension}-evidence`}>
      <h2>
        <span className={classes('code num', attitude ? 'a' : 'k')}>{row.dimension}</span>{' '}
        {t(`domain.dimensions.${row.dimension}.name`)}
      </h2>
      {row.attention && <p>{t('profile.attention', { line })}</p>}
      {row.acrossLine && <p className="quiet">{t('profile.acrossLine', { line })}</p>}
      {!row.score.enough && row.grades.length > 0 && <p className="quiet">{t('profile.notEnough')}</p>}
      {profile.lastWords
        .filter(({ dimension }) => dimension === row.dimension)
        .map((word) => (
          <LastWord key={word.answer} word={word} profile={profile} />
        ))}
      {row.evidence.length === 0 ? (
        <p className="quiet">{t('profile.evidence.none')}</p>
      ) : (
        <ul>
          {row.evidence.map(({ id, scenarioKey, level, text, incident }, place) => {
            const scenario = profile.scenarios.find(({ key }) => key === scenarioKey)
            return (
              <li
                key={id}
                id={
                  row.evidence.findIndex((one) => one.scenarioKey === scenarioKey) === place
                    ? `${row.dimension}-${scenarioKey}`
                    : undefined
                }
              >
                <p className="read">
                  <mark className={attitude ? 'qa' : 'qk'}>{short(text, 300)}</mark>
                </p>
                <p className="label split">
                  <span>
                    {scenario?.code} {scenario?.title}
                    {isIncidentKind(incident) && ` · ${t(`domain.incidents.${incident}`)}`}
                  </span>
                  <span className="num">{level ?? t('ui.rubric.ne')}</span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** A grade that was settled: by whom, when and why. What the graders gave is a step away and stays as it is. */
function LastWord({ word, profile }: { word: LastWordRow; profile: ProfileData }) {
  const { t, formats } = useI18n()
  const { answer, scenarioKey, dimension, value, moderator, at, reason } = word
  const { id, zone } = profile.vacancy
  const scenario = profile.scenarios.find(({ key }) => key === scenarioKey)
  return (
    <div className="settled-grade">
      <p>
        {t('profile.lastWord.given', {
          scenario: scenario?.code ?? scenario?.title ?? '',
          value,
          name: moderator,
          when: formats.dateTime(at, zone),
        })}
      </p>
      <p className="read typed">{reason}</p>
      <p className="label">
        {t('profile.lastWord.counts')}{' '}
        <Link to={`/team/vacancies/${id}/disagreements/${answer}#${dimension}`}>
          {t('profile.lastWord.open')}
        </Link>
      </p>
    </div>
  )
}

function Objective({ part, profile }: { part: ProfileData['objective'][number]; profile: ProfileData }) {
  const { t, formats } = useI18n()
  const scenario = profile.scenarios.find(({ key }) => key === part.scenarioKey)
  type Grader = (typeof part.graders)[number]
  const rows: { name: string; value: (grader: Grader) => string }[] = [
    {
      name: t('profile.objective.found'),
      value: ({ foundWeight: found, plantedWeight: planted }) =>
        t('profile.objective.of', { found, planted }),
    },
    { name: t('profile.objective.recall'), value: ({ recall }) => formats.number(recall, 2) },
    { name: t('profile.objective.precision'), value: ({ precision }) => formats.percent(precision) },
    {
      name: t('profile.objective.mark'),
      value: ({ objective }) => (objective === null ? '·' : formats.number(objective, 1)),
    },
  ]
  return (
    <section className="first counted">
      <h2>{t('profile.objective.title')}</h2>
      <table>
        <caption className="label">
          {scenario?.code} {scenario?.title}
        </caption>
        <thead>
          <tr>
            <td />
            {part.graders.map(({ id }, index) => (
              <th key={id} scope="col" className="n label">
                {index + 1}
                <span className="vh"> {t('profile.objective.grader', { place: index + 1 })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {part.graders.map((grader) => (
                <td key={grader.id} className="n">
                  {value(grader)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="label">
        {t(profile.counting.omega?.knowledge ? 'profile.objective.noteShare' : 'profile.objective.note')}
      </p>
    </section>
  )
}
