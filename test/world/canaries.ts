/** What must not be where it does not belong: a word for each, found nowhere else. */
export const canaries = {
  name: 'quaggadora',
  surname: 'zebrunika',
  'surname in Cyrillic': 'зебруника',
  account: 'gnuaccount',
  email: 'okapimail',
  fileName: 'tapirlebenslauf',
  résumé: 'kuduerfahrung',
  letter: 'dugongletter',
  phone: '355695550142',
  city: 'Pangolinville',
  answer: 'ibexanswer',
  otherName: 'numbatina',
  note: 'quollnote',
  'comment of A': 'lemurcomment',
  'comment of B': 'gibboncomment',
  'draft of A': 'colugodraft',
  'draft of B': 'ocelotdraft',
  'amended by B': 'bongobefore',
  'reason of B': 'serowreason',
  'third comment': 'tarsiercomment',
  'said of the grades': 'marmotsaid',
  'name of A': 'Sablin',
  'name of B': 'Kelmendi',
  'name of the third': 'Wrona',
  'asked for a last word': 'civetasked',
  'last word': 'genetreason',
  reference: 'numbatreference',
  decision: 'dholereason',
} as const
export type Canary = keyof typeof canaries

export const roles = [
  'stranger',
  'candidate',
  'other candidate',
  'referee',
  'grader A',
  'grader B',
  'third grader',
  'lead',
  'grading lead',
  'newcomer',
  'manager',
  'owner',
  'manager elsewhere',
] as const
export type Role = (typeof roles)[number]

/** Where the mails of each go. */
export const addresses: Partial<Record<Role, string>> = {
  candidate: `${canaries.email}@example.com`,
  'other candidate': 'second@example.com',
  referee: 'ilir.basha@nordweb.example.com',
  'grader A': 'viktor@lumo.example.com',
  'grader B': 'dorina@lumo.example.com',
  'third grader': 'tomasz@lumo.example.com',
  lead: 'agim@lumo.example.com',
  'grading lead': 'besa@lumo.example.com',
  newcomer: 'nora.veseli@example.com',
  manager: 'drita@lumo.example.com',
  owner: 'mirela@lumo.example.com',
}
