import type { CountingData } from '#app/domain/counting.ts'
import type { ScoreParts } from '#app/domain/planned-score.ts'
import { omegaWords, type Speech } from '../vacancy/words.ts'

/** The figure of the grades as given, and what the plan made of it. */
export function partsWords({ t, formats }: Speech, { raw, adjusted, objective }: ScoreParts): string {
  const figure = (value: number) => formats.number(value, 1)
  return [
    t('comparison.counting.raw', { value: figure(raw.t ?? 0) }),
    ...(adjusted === undefined ? [] : [t('comparison.counting.adjusted', { value: figure(adjusted) })]),
    ...(objective
      ? [
          t('comparison.counting.objective', {
            mark: figure(objective.mark),
            share: formats.percent(objective.omega),
          }),
        ]
      : []),
  ].join(' · ')
}

/** Under the bands: that more than the grades counts, or why it does not although the plan says so. */
export function countingNotes(speech: Speech, { severity, omega }: CountingData, zone: string): string[] {
  const { t, formats } = speech
  return [
    ...(severity === null
      ? []
      : [
          severity.applies
            ? t('comparison.counting.severityOn', { date: formats.date(severity.at, zone) })
            : t(`comparison.counting.severityOff.${severity.reason}`),
        ]),
    ...(omega ? [t('comparison.counting.omega', { list: omegaWords(speech, omega) })] : []),
  ]
}
