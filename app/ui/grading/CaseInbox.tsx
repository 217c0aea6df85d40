import type { InboxCase } from '#app/domain/desk-case.ts'
import type { Replay } from '#app/domain/desk-replay.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Fold, Pairs } from './CaseParts.tsx'

/**
 * What the patterns recognised in the conversation in hand: hints to look by, no verdicts. What they missed may well
 * have been said; in a queue they are not listed, since most facts belong to other conversations.
 */
export function Recognised({ shown, replay, at }: { shown: InboxCase; replay: Replay; at: number }) {
  const { t, formats } = useI18n()
  const here = replay.threads[at]
  const alone = replay.threads.length === 1
  const rows = shown.facts.map((fact) => ({
    ...fact,
    clocks: (replay.facts.find(({ id }) => id === fact.id)?.said ?? [])
      .filter(({ thread }) => thread === here?.id)
      .map(({ clock }) => clock),
  }))
  const found = rows.filter(({ clocks }) => clocks.length > 0)
  const missed = alone ? rows.filter(({ clocks }) => clocks.length === 0) : []
  return (
    <section>
      <h3>
        {alone || !here ? t('grading.facts.title') : t('grading.facts.titleIn', { who: here.who })}{' '}
        <span className="label">{t('grading.facts.hint')}</span>
      </h3>
      {found.length === 0 && <p className="quiet nothing-said">{t('grading.facts.none')}</p>}
      <ul className="plain-list">
        {found.map(({ id, text, clocks }) => (
          <li key={id}>
            {text} <span className="label num">{formats.list(clocks)}</span>
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
        <Fold title={shown.recordTitle} open>
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
