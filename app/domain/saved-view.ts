/** The lists that can be kept under a name: the candidates of a vacancy, and everybody. */
export type ListName = 'candidates' | 'people'

export const viewRules = {
  /** Of a name, in UTF-16 units, as `maxlength` counts. */
  longest: 60,
  /** So many one person keeps, in all teams and lists. */
  each: 20,
  /** How long a removal can be taken back: longer than the words about it float, for whoever has no script. */
  backMinutes: 5,
}

export const viewActs = ['save', 'change', 'remove', 'restore'] as const
export type ViewAct = (typeof viewActs)[number]
export type ViewRefusal = 'name-missing' | 'name-taken' | 'too-many' | 'undo-over'

/** What came of an act, for the page that it was sent from. */
export type ViewAnswer =
  | { did: ViewAct; id: string; name: string }
  | { refused: ViewRefusal; does: ViewAct; view: string | null; name: string; shared: boolean }
