import type { InboxCase } from '#app/domain/desk-case.ts'
import type { Replay } from '#app/domain/desk-replay.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Fold, Pairs } from './CaseParts.tsx'

/** What the patterns recognised: hints to look by, no verdicts. What they missed may well have been said. */
export function Recognised({ shown, replay }: { shown: InboxCase; replay: Replay }) {
  const { t } = useI18n()
  const rows = shown.facts.map((fact) => ({
    ...fact,
    said: replay.facts.find(({ id }) => id === fact.id)?.said ?? [],
  }))
  const found = rows.filter(({ said }) => said.length > 0)
  const missed = rows.filter(({ said }) => said.length === 0)
  const several = replay.threads.length > 1
  return (
    <section>
      <h3>
        {t('grading.facts.title')} <span className="label">{t('grading.facts.hint')}</span>
      </h3>
      {found.length === 0 && <p className="quiet">{t('grading.facts.none')}</p>}
      <ul className="rule facts-said">
        {found.map(({ id, text, said }) => (
          <li key={id}>
            <span className="num">
              {said.map(({ who, clock }) => (
                <span key={`${who} ${clock}`}>
                  {clock}
                  {several && <bdi className="label">{who}</bdi>}
                </span>
              ))}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {missed.length > 0 && (
        <Fold title={t('grading.facts.missed', { count: missed.length })}>
          <ul className="plain-list">
            {missed.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

/** What the candidate had beside the conversations: the record, and the articles. */
export function InboxMaterial({ shown, replay, at }: { shown: InboxCase; replay: Replay; at: number }) {
  const { t } = useI18n()
  const own = replay.threads[at]?.record ?? []
  const rows = [...replay.record, ...own].map(({ label, value }) => ({ label, text: value }))
  return (
    <>
      {rows.length > 0 && (
        <Fold title={shown.recordTitle}>
          <Pairs rows={rows} />
        </Fold>
      )}
      {shown.articles.map(({ id, number, title, paragraphs }) => (
        <Fold key={id} title={`${number}. ${title}`}>
          {id === shown.wrongArticle && <p className="label">{t('grading.facts.wrongArticle')}</p>}
          <ul className="rule">
            {paragraphs.map((paragraph) => (
              <li key={paragraph.number}>
                <span className="num">{paragraph.number}</span>
                {paragraph.text}
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </>
  )
}
