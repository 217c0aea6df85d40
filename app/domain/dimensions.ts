/** The eleven dimensions of the assessment model, in two families that are never mixed into one number. */
export const attitudeDimensions = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] as const
export const knowledgeDimensions = ['K1', 'K2', 'K3', 'K4', 'K5'] as const
export const dimensions = [...attitudeDimensions, ...knowledgeDimensions] as const
export type Dimension = (typeof dimensions)[number]

export const families = ['attitude', 'knowledge'] as const
export type Family = (typeof families)[number]

/** 1 unacceptable, 2 weak, 3 solid, 4 strong, 5 exemplary. "Not shown" is the absence of a level, never a zero. */
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

/** What a grader reports besides the levels; each needs the words that show it. */
export const incidentKinds = ['abuse', 'disclosure', 'fabrication', 'unsafe-step'] as const
export type IncidentKind = (typeof incidentKinds)[number]

export function isDimension(value: unknown): value is Dimension {
  return dimensions.some((dimension) => dimension === value)
}

export function isLevel(value: unknown): value is Level {
  return levels.some((level) => level === value)
}

export function isIncidentKind(value: unknown): value is IncidentKind {
  return incidentKinds.some((kind) => kind === value)
}

export function familyOf(dimension: Dimension): Family {
  return attitudeDimensions.some((code) => code === dimension) ? 'attitude' : 'knowledge'
}

export function dimensionsOf(family: Family): readonly Dimension[] {
  return family === 'attitude' ? attitudeDimensions : knowledgeDimensions
}

/** The levels that say something strong about a person must point at the candidate's own words. */
export function quoteNeeded(level: Level): boolean {
  return level === 1 || level === 2 || level === 5
}
