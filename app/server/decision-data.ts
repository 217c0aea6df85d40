import type { DecisionPage } from '#db/decisions.ts'

/** What the decision page shows, field by field: nothing of the evidence that it does not draw leaves the server. */
export function decisionData(page: DecisionPage, now: Date) {
  const { evidence, zone, tested, kinds, offer, undoUntil, candidateLocale } = page
  const { profile, references, interviews } = evidence
  const asked = profile.dimensions.filter((one) => one.tested)
  const held = interviews.current ? [interviews.current, ...interviews.earlier] : interviews.earlier
  const left = undoUntil ? Math.ceil((undoUntil.getTime() - now.getTime()) / 1000) : 0
  return {
    zone,
    tested,
    kinds,
    offer,
    candidateLocale,
    seenKey: evidence.key,
    profile: {
      state: profile.state,
      progress: profile.progress,
      nameKnown: profile.nameKnown,
      untested: profile.dimensions.length - asked.length,
      lines: asked.flatMap(({ line }) => (line === null ? [] : [line])),
      below: asked.filter(({ attention }) => attention).map(({ dimension }) => dimension),
      dimensions: asked.map(({ dimension, score, parts, grades, awaited, line, attention }) => ({
        dimension,
        parts,
        score: { t: score.t, low: score.low, high: score.high, enough: score.enough },
        grades,
        awaited,
        line,
        attention,
      })),
    },
    apart: {
      zone,
      references: {
        received: references.sufficiency.received,
        wanted: references.sufficiency.wanted,
        list: references.references.flatMap(({ id, name, form }) =>
          form ? [{ id, name, relation: form.relation, again: form.again }] : [],
        ),
      },
      interviews: held
        .filter(({ state }) => state !== 'cancelled')
        .map(({ id, startsAt, zone: inZone, state }) => ({
          id,
          startsAt: startsAt.toISOString(),
          zone: inZone,
          ahead: state === 'ahead',
        })),
      notes: interviews.notes
        .filter(({ text }) => text.trim() !== '')
        .map(({ id, author, text }) => ({ id, author: author.name, text })),
    },
    decisions: page.decisions.map(({ at, ...decision }) => ({ ...decision, at: at.toISOString() })),
    undo: left > 0 && page.decisions[0] ? { decisionId: page.decisions[0].id, seconds: left } : null,
    others: page.others,
  }
}
