import type { DeskCase, ReplyCase, ReviewCase, WritingCase } from '#app/domain/desk-case.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { InboxMaterial, Recognised } from './CaseInbox.tsx'
import { Fold, Notes, Pairs } from './CaseParts.tsx'
import type { DeskData } from './types.ts'

interface CaseProps {
  data: DeskData
  /** A first level was given: only then may the sample answer be read. */
  judged: boolean
  /** The conversation in hand. */
  thread: number
}

/** The case, its rule and the notes for graders: all that the candidate saw, and the key. */
export function Case({ data, judged, thread }: CaseProps) {
  const { t } = useI18n()
  const { case: shown, scenario, locale } = data
  const replay = data.beside?.kind === 'inbox' ? data.beside.replay : null
  return (
    <>
      <div className="pane-head">
        <h2>{t('grading.case')}</h2>
        <span className="label" lang={locale}>
          {scenario && `${scenario} · `}
          {shown.title}
        </span>
      </div>
      <div lang={locale}>
        <p className="read strong-read">{shown.question}</p>
        <p className="read">{shown.tests}</p>
        <ByKind shown={shown} />
        {shown.kind === 'inbox' && replay && <Recognised shown={shown} replay={replay} at={thread} />}
        <Notes title={t('grading.notes')} items={shown.notes} />
        <Notes title={t('grading.mistakes')} items={shown.mistakes} />
        <section>
          <h3>{t('grading.material')}</h3>
          <Fold title={t('grading.brief')}>
            {shown.brief.map((paragraph) => (
              <p key={paragraph} className="read">
                {paragraph}
              </p>
            ))}
          </Fold>
          {shown.kind === 'reply' && (
            <Fold title={shown.recordTitle}>
              <Pairs rows={shown.record} />
            </Fold>
          )}
          {shown.kind === 'inbox' && replay && <InboxMaterial shown={shown} replay={replay} at={thread} />}
          {shown.reference &&
            (judged ? (
              <Fold title={t('grading.reference')}>
                <p className="read typed">{shown.reference}</p>
              </Fold>
            ) : (
              <p className="label later">{t('grading.referenceLater')}</p>
            ))}
          <Examples shown={shown} />
        </section>
      </div>
      {shown.draft && <p className="label drafted">{t('grading.draftKey')}</p>}
    </>
  )
}

function ByKind({ shown }: { shown: DeskCase }) {
  switch (shown.kind) {
    case 'reply':
      return <Reply shown={shown} />
    case 'page-review':
      return <Review shown={shown} />
    case 'writing':
      return <Writing shown={shown} />
    default:
      return null
  }
}

function Reply({ shown }: { shown: ReplyCase }) {
  const { t } = useI18n()
  return (
    <>
      <section>
        <h3>{t('grading.rule')}</h3>
        <ul className="rule">
          {shown.rule.map(({ paragraphs, text }) => (
            <li key={text}>
              <span className="num">{paragraphs.join(' ')}</span>
              {text}
            </li>
          ))}
        </ul>
      </section>
      <Notes title={t('grading.traps')} items={shown.traps} />
    </>
  )
}

function Review({ shown }: { shown: ReviewCase }) {
  const { t } = useI18n()
  return (
    <>
      <section>
        <h3>{t('grading.measured')}</h3>
        <Pairs rows={shown.measured} />
      </section>
      <section>
        <h3>
          {t('grading.key')} <span className="label">{t('grading.weight')}</span>
        </h3>
        <ul className="rule planted-list">
          {shown.defects.map(({ id, weight, parts, wrong, good, partly }) => (
            <li key={id}>
              <span className="num">{id}</span>
              <div>
                {wrong}{' '}
                <span className="label num">
                  {parts.join(', ')} · {weight}
                </span>
                <Fold title={t('grading.goodAnswer')}>
                  <p>{good}</p>
                  <p>
                    {t('grading.partlyIs')} {partly}
                  </p>
                </Fold>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('grading.decoys')}</h3>
        <ul className="rule">
          {shown.decoys.map(({ id, parts, looks, right }) => (
            <li key={id}>
              <span className="num">{id}</span>
              <span>
                {looks}: {right} <span className="label num">{parts.join(', ')}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Notes title={t('grading.validUnplanted')} items={shown.valid} />
      <Notes title={t('grading.notCredited')} items={shown.notCredited} />
    </>
  )
}

function Writing({ shown }: { shown: WritingCase }) {
  const { t } = useI18n()
  return (
    <section>
      <h3>{t('grading.listenFor')}</h3>
      <ul className="plain-list">
        {shown.prompts.map(({ id, question, listenFor }) => (
          <li key={id}>
            <b>{question}</b> {listenFor}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Examples({ shown }: { shown: DeskCase }) {
  const { t } = useI18n()
  if (shown.examples.length === 0) return null
  return (
    <>
      {shown.examples.map(({ name, paragraphs, grades }) => (
        <Fold key={name} title={t('grading.example', { name })}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="read">
              {paragraph}
            </p>
          ))}
          <ul className="rule">
            {grades.map(({ dimension, level, why }) => (
              <li key={dimension}>
                <span className="num">
                  {dimension} {level}
                </span>
                {why}
              </li>
            ))}
          </ul>
        </Fold>
      ))}
      {shown.examplesNote && <p className="label">{shown.examplesNote}</p>}
    </>
  )
}
