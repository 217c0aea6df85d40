/** One candidate's answers to the three scenarios. A finding is its place, what is wrong, why it costs, what to do. */
export interface Written {
  review: readonly (readonly [part: string, wrong: string, why: string, fix: string])[]
  test: string
  reply: string
  why: { customer: string; fifth: string; learned: string }
  /** The chat with the furious partner, act by act; minutes since the act before. */
  chat?: readonly { after: number; reply?: string; choose?: string; close?: string }[]
}

/** As the answers' bodies, by scenario. */
export const bodiesOf = (written: Written): Record<string, unknown> => ({
  's01-sales-page': {
    findings: written.review.map(([part, wrong, why, fix], at) => ({
      id: `f${at + 1}`,
      part,
      wrong,
      why,
      fix,
    })),
    test: written.test,
  },
  's03-first-fifty': { text: written.reply },
  's17-why-support': { answers: written.why },
})
