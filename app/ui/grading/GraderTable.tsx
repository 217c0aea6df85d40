import { Form } from '@remix-run/react'
import type { Role } from '#app/domain/access.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { type Badge, CalibrationBadge } from '../calibration/CalibrationBadge.tsx'
import { Checkbox } from '../Field.tsx'
import { Lamp } from '../Lamp.tsx'
import { Strip } from '../Strip.tsx'
import { LoadLine } from './LoadLine.tsx'

interface Grader {
  userId: string
  name: string
  roles: Role[]
  invitedOn: string | null
  nameKnown: boolean
  asked: number
  locked: number
  load: { left: number; minutes: number; assumed: boolean; due: string | null }
  gradesIn: Locale[] | null
  barred: 'conflict' | 'alone' | 'language' | 'calibration' | null
  calibration: Badge
  /** Criteria on which calibration binds and no valid pass of theirs speaks. */
  lacking: readonly Dimension[]
}

const barredWords = {
  conflict: 'conflict',
  alone: 'alone',
  language: 'otherLanguage',
  calibration: 'uncalibrated',
} as const

/** Everybody of the team who may grade: what they have before them, and what can be done about it. */
export function GraderTable(props: { vacancyId: string; graders: readonly Grader[]; today: string }) {
  const { vacancyId, graders, today } = props
  const { t, formats } = useI18n()
  return (
    <Strip name={t('grading.graders.title')} narrow>
      <table className="table graders">
        <thead>
          <tr>
            <th scope="col">{t('grading.graders.person')}</th>
            <th scope="col">{t('grading.graders.languages')}</th>
            <th scope="col" className="n">
              {t('grading.graders.here')}
            </th>
            <th scope="col">{t('grading.graders.left')}</th>
            <th scope="col">{t('grading.graders.since')}</th>
          </tr>
        </thead>
        <tbody>
          {graders.map((grader) => (
            <tr key={grader.userId}>
              <th scope="row">
                {grader.name}{' '}
                <span className="label">
                  {formats.list(grader.roles.map((role) => t(`shared.roles.${role}`)))}
                </span>
                {grader.invitedOn && (
                  <span className="barred label">
                    <CalibrationBadge {...grader.calibration} />
                  </span>
                )}
                {grader.invitedOn && grader.barred && (
                  <span className="barred">
                    <Lamp>
                      {t(`grading.graders.${barredWords[grader.barred]}`, {
                        criteria: formats.list(
                          grader.lacking.map((one) => t(`domain.dimensions.${one}.name`)),
                        ),
                      })}
                    </Lamp>
                  </span>
                )}
              </th>
              <td>
                {grader.gradesIn ? (
                  formats.list(grader.gradesIn.map((one) => formats.language(one)))
                ) : (
                  <span className="label">{t('grading.about.notSaid')}</span>
                )}
              </td>
              <td className="n">
                {grader.invitedOn && t('grading.progress', { done: grader.locked, total: grader.asked })}
              </td>
              <td className="load">
                {grader.load.left > 0 && (
                  <>
                    <b className="num">{grader.load.left}</b> <LoadLine {...grader.load} today={today} />
                  </>
                )}
              </td>
              <td>
                <Invitation {...grader} />
                {grader.asked > grader.locked && (
                  <Form method="post" action={`/team/vacancies/${vacancyId}/graders/${grader.userId}/give`}>
                    <Button dense>
                      {t('grading.graders.give')}
                      <span className="vh"> · {grader.name}</span>
                    </Button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Strip>
  )
}

/** Who reads identities by role is offered the exception of small teams; a grader never opens one. */
function Invitation({ userId, roles, invitedOn, nameKnown }: Grader) {
  const { t, formats } = useI18n()
  const opens = roles.some((role) => role === 'owner' || role === 'manager')
  return (
    <Form method="post" className="invitation" preventScrollReset>
      <input type="hidden" name="user" value={userId} />
      {invitedOn && <span className="num">{formats.day(invitedOn)}</span>}
      {opens && (
        <Checkbox
          id={`known-${userId}`}
          name="nameKnown"
          label={t('grading.graders.nameKnown')}
          hint={t('grading.graders.nameKnownHint')}
          defaultChecked={nameKnown}
        />
      )}
      {(!invitedOn || opens) && (
        <Button dense>{t(invitedOn ? 'grading.graders.allow' : 'grading.graders.invite')}</Button>
      )}
    </Form>
  )
}
