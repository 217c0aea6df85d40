import { matrixOf, panelWord, weeksOf } from '#app/domain/agreement-panel.ts'
import { connectedGraders, severityWord } from '#app/domain/grader-report.ts'
import type { AgreementPanel } from '#db/agreement.ts'

/** The panel as it leaves the server: figure by figure, for the page and for the file alike. */
export function panelData({ vacancy, dimensions, graders, disagreements, computedAt }: AgreementPanel) {
  const figures = dimensions.map((one) => one.figures)
  const connected = connectedGraders(graders.map((one) => one.figures))
  return {
    vacancy: { id: vacancy.id, title: vacancy.title, lang: vacancy.lang, zone: vacancy.zone },
    computedAt: computedAt?.toISOString() ?? null,
    criteria: dimensions.map(({ dimension, figures: own }) => ({
      dimension,
      word: panelWord(own),
      answers: own.answers,
      doubles: own.doubles,
      graders: own.graders,
      agreement: own.agreement,
      alpha: own.alpha,
      ac2: own.ac2,
      examples: own.widest.map(({ answer, code }) => ({ answer, code })),
    })),
    pairs: matrixOf(figures).map(({ graders: [one, other], pairs, withinOne, exact }) => ({
      one,
      other,
      pairs,
      withinOne,
      exact,
    })),
    weeks: weeksOf(figures),
    connected,
    graders: graders.map(({ id, name, figures: own, hidden }) => {
      const { severity } = own
      return {
        id,
        name,
        asked: own.asked,
        locked: own.locked,
        minutes: own.minutes ?? null,
        counts: own.counts,
        notShown: own.notShown,
        mean: own.mean ?? null,
        spread: own.spread ?? null,
        within: own.within ?? null,
        severity:
          severity.delta === undefined
            ? null
            : { shrunk: severity.shrunk, se: severity.se ?? null, n: severity.n },
        word: severityWord(severity, connected),
        hidden,
      }
    }),
    disagreements,
  }
}
export type PanelData = ReturnType<typeof panelData>
export type CriterionFigure = PanelData['criteria'][number]['alpha']
export type ReportData = PanelData['graders'][number]
