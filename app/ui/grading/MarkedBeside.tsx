import type { Cited, JudgementRow, LookupRow } from '#app/domain/desk-marks.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { classes } from '../classes.ts'
import type { AnswerProps } from './Answer.tsx'
import { Fold } from './CaseParts.tsx'
import { Words } from './Replay.tsx'

/** A look-up: each question with what was written, what was cited, what the rule says, and the key. */
export function Lookup(props: AnswerProps) {
  const { data } = props
  if (data.beside?.kind !== 'lookup') return null
  return (
    <ol className="beside-list">
      {data.beside.rows.map((row, index) => (
        <Question key={row.id} {...props} row={row} place={index + 1} />
      ))}
    </ol>
  )
}

function Question({ row, place, ...props }: AnswerProps & { row: LookupRow; place: number }) {
  const { t } = useI18n()
  const { mark, cited, key } = row
  const word = !mark.given
    ? 'blank'
    : mark.right
      ? mark.documented
        ? 'right'
        : 'undocumented'
      : mark.documented && mark.citation === 'right'
        ? 'unrecognised'
        : 'wrong'
  return (
    <li>
      <div className="finding-head">
        <span className="pin num">{place}</span>
        <p className="asked">
          <bdi className="label">{row.who}</bdi> {row.question}
        </p>
      </div>
      {row.start === null ? (
        <p className="quiet">{t('grading.blank')}</p>
      ) : (
        <Words {...props} start={row.start} />
      )}
      <div className="said">
        <span className="label">{t('grading.marks.cited')}</span>
        {cited === null ? (
          <p className="quiet">{t('grading.marks.noCitation')}</p>
        ) : cited === 'none' ? (
          <p>{t('grading.marks.saysNone')}</p>
        ) : (
          <Paragraph cited={cited} />
        )}
      </div>
      <div className="said">
        <span className="label">{t('grading.marks.rule')}</span>
        <p className={classes('rule-mark', mark.right && 'right')}>{t(`grading.marks.lookup.${word}`)}</p>
      </div>
      <div className="said">
        <span className="label">{t('grading.marks.key')}</span>
        <div>
          <p>{key.text}</p>
          {key.note && <p className="quiet">{key.note}</p>}
          {key.paragraphs.map((one) => (
            <Paragraph key={one.number} cited={one} />
          ))}
        </div>
      </div>
    </li>
  )
}

const Paragraph = ({ cited: { number, title, text } }: { cited: Cited }) => (
  <p className="paragraph">
    <span className="num">{number}</span> <b>{title}.</b> {text}
  </p>
)

/** A judgement block: what was picked beside the key; only what was written as a reason is graded. */
export function Judged(props: AnswerProps) {
  const { data } = props
  const { t } = useI18n()
  if (data.beside?.kind !== 'judgement') return null
  const { rows } = data.beside
  const list = (wanted: (row: JudgementRow) => boolean) => (
    <ol className="beside-list">
      {rows.map((row, index) => wanted(row) && <Item key={row.id} {...props} row={row} place={index + 1} />)}
    </ol>
  )
  const only = rows.filter(({ reason }) => reason === null).length
  return (
    <>
      <p className="label">{t('grading.marks.onlyReasons')}</p>
      {list(({ reason }) => reason !== null)}
      {only > 0 && (
        <Fold title={t('grading.marks.byKey', { count: only })}>{list(({ reason }) => reason === null)}</Fold>
      )}
    </>
  )
}

function Item({ row, place, ...props }: AnswerProps & { row: JudgementRow; place: number }) {
  const { t, formats } = useI18n()
  const { situation, options, reason, start, mark, ask } = row
  const picked = (value: string, digits = 0) => {
    if (value === 'most' || value === 'least') return t(`grading.marks.${value}`)
    return value === '' ? '' : formats.number(Number(value), digits)
  }
  return (
    <li>
      <div className="finding-head">
        <span className="pin num">{place}</span>
        <div className="asked">
          {situation.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      {start !== null && (
        <div className="said">
          <span className="label">{reason ?? t('grading.field.answer')}</span>
          <Words {...props} start={start} />
        </div>
      )}
      {start === null && reason !== null && <p className="quiet">{t('grading.marks.noReason')}</p>}
      <table className="picks">
        <thead>
          <tr>
            <td />
            <th scope="col" className="label">
              {t('grading.candidate')}
            </th>
            <th scope="col" className="label">
              {t('grading.marks.key')}
            </th>
          </tr>
        </thead>
        <tbody>
          {options.map(({ id, text, key, why, given }) => (
            <tr key={id}>
              <th scope="row">
                {text}
                {why && <span className="label">{why}</span>}
              </th>
              <td className="num">{picked(given)}</td>
              <td className="num">{picked(key, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mark !== null && (
        <p className="label">
          {ask === 'rate'
            ? t('grading.marks.rated', { mark: formats.number(mark, 2) })
            : t('grading.marks.picked', { mark: formats.number(mark, 0) })}
        </p>
      )}
    </li>
  )
}
