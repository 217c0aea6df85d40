import { matrixOf, panelWord, weeksOf } from '#app/domain/agreement-panel.ts'
import type { Coefficient } from '#app/domain/coefficient.ts'
import { csv } from '#app/domain/csv.ts'
import { disagreementStates } from '#app/domain/disagreement.ts'
import { connectedGraders, severityWord } from '#app/domain/grader-report.ts'
import type { Translate } from '#app/i18n/keys.ts'
import type { AgreementPanel } from '#db/agreement.ts'

type Line = (string | number | null | undefined)[]
const coefficient = ({ value, low, high }: Coefficient): Line => [value, low, high]

/** Table after table with an empty line between: criteria, graders, pairs, weeks, disagreements. Full figures, unrounded. */
export function agreementCsv(panel: AgreementPanel, t: Translate): string {
  const head = (...names: Parameters<typeof name>[0][]) => names.map(name)
  function name(
    key:
      | 'code'
      | 'criterion'
      | 'word'
      | 'answers'
      | 'doubles'
      | 'graders'
      | 'pairs'
      | 'withinOne'
      | 'exact'
      | 'low'
      | 'high'
      | 'grader'
      | 'asked'
      | 'locked'
      | 'minutes'
      | 'ratings'
      | 'notShown'
      | 'mean'
      | 'spread'
      | 'within'
      | 'delta'
      | 'shrunk'
      | 'se'
      | 'shared'
      | 'hiddenLevels'
      | 'hiddenAdjacent'
      | 'hiddenExact'
      | 'hiddenLean'
      | 'state'
      | 'number',
  ) {
    return t(`agreement.file.${key}`)
  }
  const bounds = head('low', 'high')
  const figures = panel.dimensions.map((one) => one.figures)
  const connected = connectedGraders(panel.graders.map((one) => one.figures))
  const names = new Map(panel.graders.map((grader) => [grader.id, grader.name]))
  const lines: Line[] = [
    [t('agreement.file.vacancy'), panel.vacancy.title],
    [t('agreement.file.workedOut'), panel.computedAt?.toISOString()],
    [],
    [
      ...head('code', 'criterion', 'word', 'answers', 'doubles', 'graders', 'pairs', 'withinOne', 'exact'),
      ...[t('agreement.alpha'), ...bounds, t('agreement.ac2'), ...bounds, t('agreement.icc'), ...bounds],
    ],
    ...panel.dimensions.map(({ dimension, figures: own }): Line => {
      const word = panelWord(own)
      const { pairs, withinOne, exact } = own.agreement
      return [
        dimension,
        t(`domain.dimensions.${dimension}.name`),
        t(`agreement.word.${word}`),
        ...[own.answers, own.doubles, own.graders],
        ...(word === 'few'
          ? []
          : [pairs, withinOne, exact, ...[own.alpha, own.ac2, own.icc].flatMap(coefficient)]),
      ]
    }),
    [],
    [
      ...head('grader', 'asked', 'locked', 'minutes', 'answers', 'ratings'),
      ...['1', '2', '3', '4', '5'],
      ...head('notShown', 'mean', 'spread', 'within', 'delta', 'shrunk', 'se', 'shared', 'word'),
      ...head('hiddenLevels', 'hiddenAdjacent', 'hiddenExact', 'hiddenLean'),
    ],
    ...panel.graders.map(({ name: who, figures: own, hidden }): Line => {
      const { delta, shrunk, se, n } = own.severity
      return [
        who,
        ...[own.asked, own.locked, own.minutes, own.answers, own.ratings, ...own.counts, own.notShown],
        ...[own.mean, own.spread, own.within, delta, shrunk, se, n],
        t(`agreement.graders.word.${severityWord(own.severity, connected)}`),
        ...[hidden?.n, hidden?.adjacent, hidden?.exact, hidden?.bias],
      ]
    }),
    [],
    [...head('grader', 'grader', 'pairs', 'withinOne', 'exact')],
    ...matrixOf(figures).map(
      ({ graders: [one, other], pairs, withinOne, exact }): Line => [
        names.get(one),
        names.get(other),
        ...[pairs, withinOne, exact],
      ],
    ),
    [],
    [t('agreement.weeks.week'), ...head('pairs', 'withinOne', 'exact')],
    ...weeksOf(figures).map(({ week, pairs, withinOne, exact }): Line => [week, pairs, withinOne, exact]),
    [],
    head('state', 'number'),
    ...disagreementStates.map(
      (state): Line => [t(`agreement.list.state.${state}`), panel.disagreements[state]],
    ),
  ]
  return csv(lines)
}
