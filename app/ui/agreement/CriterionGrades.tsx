import { Form, useNavigation } from '@remix-run/react'
import { familyOf, levels } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { CriterionData, ModerationData } from '#app/server/moderation-data.ts'
import { Button } from '../Button.tsx'
import { Textarea } from '../Field.tsx'
import { GradeNotes } from '../grading/GradeNotes.tsx'
import { useQuoteText } from '../grading/Marked.tsx'
import { Lamp } from '../Lamp.tsx'
import { Rubric } from '../Rubric.tsx'
import { Asks } from './Asks.tsx'
import { refusalKey } from './refusals.ts'

interface CriterionProps {
  answer: ModerationData
  criterion: CriterionData
  /** The one whose button stands out. */
  first: boolean
  /** What was refused here, and what had been written. */
  refused?: { code: string; level?: string; reason: string }
}

/** One criterion of a disputed answer: what each grader gave, then the last word, or the way to it. */
export function CriterionGrades({ answer, criterion, first, refused }: CriterionProps) {
  const { t, formats } = useI18n()
  const { dimension, grades, notes, moderation, needed, may } = criterion
  const name = t(`domain.dimensions.${dimension}.name`)
  const given = moderation?.value !== null && moderation !== null
  return (
    <section className="criterion-of first" id={dimension}>
      <h3>
        <span className={familyOf(dimension) === 'attitude' ? 'dotA' : 'sqK'} aria-hidden="true" />{' '}
        {dimension} {name}
      </h3>
      {grades.length === 0 && <p className="quiet">{t('agreement.moderation.nobody')}</p>}
      {grades.map((grade) => (
        <Grade
          key={grade.grader}
          grade={grade}
          knowledge={familyOf(dimension) === 'knowledge'}
          lang={answer.desk.locale}
        />
      ))}
      {notes.length > 0 && (
        <details className="discussed" open>
          <summary>{t('grading.discuss.read', { count: notes.length })}</summary>
          <GradeNotes notes={notes} />
        </details>
      )}
      {needed && !given && (
        <p>
          <Lamp>{t('agreement.moderation.needed')}</Lamp>
        </p>
      )}
      {moderation && (
        <div className="given-word">
          {given && moderation.at ? (
            <>
              <p className="strong">
                {t('agreement.moderation.given', {
                  value: moderation.value ?? '',
                  name: moderation.moderator,
                  when: formats.dateTime(moderation.at, answer.vacancy.zone),
                })}
              </p>
              <p className="read typed">{moderation.reason}</p>
            </>
          ) : (
            <p className="strong">
              {moderation.own
                ? t('agreement.moderation.namedYou')
                : t('agreement.moderation.namedOther', { name: moderation.moderator })}
            </p>
          )}
          {moderation.asked && (
            <p className="label">
              {t(`agreement.list.reason.${moderation.kind}`)} ·{' '}
              {t('agreement.moderation.askedBy', { name: moderation.askedBy, reason: moderation.asked })}
            </p>
          )}
        </div>
      )}
      {may.moderate && (
        <LastWord
          criterion={criterion}
          name={name}
          lang={answer.desk.locale}
          first={first}
          refused={refused}
        />
      )}
      {may.ask && <Asks answer={answer} dimension={dimension} needed={needed} />}
    </section>
  )
}

interface GradeProps {
  grade: CriterionData['grades'][number]
  knowledge: boolean
  lang: string
}

function Grade({ grade, knowledge, lang }: GradeProps) {
  const { t } = useI18n()
  const short = useQuoteText()
  return (
    <div className="grade">
      <p className="split">
        <span>{grade.grader}</span>
        <b className="num">{grade.level ?? t('agreement.list.ne')}</b>
      </p>
      {grade.incident && (
        <p>
          <Lamp>{t(`domain.incidents.${grade.incident}`)}</Lamp>
        </p>
      )}
      {grade.quotes.map(({ start, text }) => (
        <p key={start} className="read" lang={lang}>
          <mark className={knowledge ? 'qk' : 'qa'}>{short(text)}</mark>
        </p>
      ))}
      {grade.comment && <p className="quiet">{grade.comment}</p>}
    </div>
  )
}

interface LastWordProps extends Pick<CriterionProps, 'criterion' | 'first' | 'refused'> {
  name: string
  /** Of the answer, in which its levels are described. */
  lang: string
}

function LastWord({ criterion, name, lang, first, refused }: LastWordProps) {
  const { t } = useI18n()
  const { state } = useNavigation()
  const { dimension, anchors } = criterion
  const level = levels.find((one) => String(one) === refused?.level)
  return (
    <Form method="post" className="last-word" preventScrollReset>
      <input type="hidden" name="dimension" value={dimension} />
      {refused && (
        <p className="error" role="alert">
          {t(refusalKey(refused.code))}
        </p>
      )}
      <div lang={lang}>
        <Rubric
          name="level"
          family={familyOf(dimension)}
          title={`${name}: ${t('agreement.moderation.level')}`}
          anchors={anchors}
          value={level}
        />
      </div>
      <Textarea
        id={`reason-${dimension}`}
        name="reason"
        label={t('agreement.moderation.reason')}
        hint={t('agreement.moderation.reasonHint')}
        defaultValue={refused?.reason}
        maxLength={4000}
        required
      />
      <Button
        kind={first ? 'primary' : undefined}
        busy={state === 'submitting' ? t('ui.sending') : undefined}
      >
        {t('agreement.moderation.give')}
      </Button>
    </Form>
  )
}
