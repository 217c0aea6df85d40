import { familyOf } from '#app/domain/dimensions.ts'
import { useI18n } from '#app/i18n/react.tsx'
import type { ModerationData } from '#app/server/moderation-data.ts'
import { Case } from '../grading/Case.tsx'
import { useReplay } from '../grading/useReplay.ts'
import { Again } from './Asks.tsx'
import { CriterionGrades } from './CriterionGrades.tsx'
import { Written } from './Written.tsx'

interface Props {
  answer: ModerationData
  refused?: { code: string; dimension: string; level?: string; reason: string }
}

const nothing = () => {}

/** What was written beside what each grader gave; the last word stands under its criterion. */
export function ModerationPage({ answer, refused }: Props) {
  const { t } = useI18n()
  const { desk, criteria, visible, verdicts, suspicions } = answer
  const replay = useReplay(desk, [], -1, nothing)
  const waits = ({ needed, moderation }: (typeof criteria)[number]) => (needed || moderation ? 0 : 1)
  const ordered = [...criteria].sort((a, b) => waits(a) - waits(b))
  const disputed = ordered[0]
  const family = disputed ? familyOf(disputed.dimension) : 'attitude'
  const quotes = disputed?.grades.flatMap((grade) => grade.quotes) ?? []
  return (
    <div className="moderated">
      <div>
        <section className="first">
          <h2>{t('agreement.moderation.answer')}</h2>
          <Written data={desk} quotes={quotes} family={family} replay={replay} />
        </section>
        {verdicts.length > 0 && <Verdicts verdicts={verdicts} findings={desk.suggestions} />}
        {suspicions.length > 0 && (
          <section className="first">
            <h2>{t('grading.lookAt.title')}</h2>
            <ul className="rows">
              {suspicions.map(({ id, code, quote, status }) => (
                <li key={id}>
                  <span className="read">{quote}</span>{' '}
                  <span className="label">
                    {t(`grading.lookAt.code.${code}`)}
                    {status !== 'suspected' && ` · ${t(`grading.lookAt.status.${status}`)}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <details className="case pane-case">
          <summary>{t('agreement.moderation.case')}</summary>
          <Case data={desk} judged thread={replay.at} />
        </details>
      </div>
      <div>
        <h2 className="vh">{t('agreement.moderation.gradesOf')}</h2>
        {visible ? (
          <>
            {ordered.map((criterion, index) => (
              <CriterionGrades
                key={criterion.dimension}
                answer={answer}
                criterion={criterion}
                first={index === 0}
                refused={refused?.dimension === criterion.dimension ? refused : undefined}
              />
            ))}
            {answer.again && (
              <section className="first">
                <Again answer={answer} />
              </section>
            )}
          </>
        ) : (
          <p className="first">{t('agreement.moderation.hidden')}</p>
        )}
      </div>
    </div>
  )
}

function Verdicts({
  verdicts,
  findings,
}: {
  verdicts: ModerationData['verdicts']
  findings: readonly { finding: string }[]
}) {
  const { t } = useI18n()
  const graders = [...new Set(verdicts.map(({ grader }) => grader))]
  const said = (finding: string, grader: string) => {
    const own = verdicts.find((one) => one.finding === finding && one.grader === grader)
    if (!own) return null
    return own.verdict === 'planted' ? own.defect : t(`grading.verdict.${own.verdict}`)
  }
  return (
    <section className="first">
      <h2>{t('agreement.moderation.verdicts')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('agreement.moderation.finding')}</th>
            {graders.map((grader) => (
              <th key={grader} scope="col">
                {grader}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map(({ finding }, index) => (
            <tr key={finding}>
              <th scope="row" className="num">
                {index + 1}
              </th>
              {graders.map((grader) => (
                <td key={grader}>{said(finding, grader)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
