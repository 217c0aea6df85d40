import { similarityRules } from './similarity.ts'

/** What a vacancy says of AI assistants and other aids, told before anything is written. */
export const aiPolicies = ['declared', 'forbidden'] as const
export type AiPolicy = (typeof aiPolicies)[number]

export const caseStatuses = ['open', 'cleared', 'explained', 'confirmed'] as const
export type CaseStatus = (typeof caseStatuses)[number]
export type CaseVerdict = Exclude<CaseStatus, 'open'>
export const caseVerdicts = ['cleared', 'explained', 'confirmed'] as const satisfies readonly CaseVerdict[]

/**
 * From where on a person looks. All of it assumed, none of it measured; what is above a line is a question to be asked,
 * never a judgement, and enters no grade and no result.
 */
export const integrityRules = {
  /** So much of what went into one answer was pasted, and it was at least so long. */
  pastedShare: 0.5,
  pastedChars: 300,
  /** So much of one answer was neither typed nor pasted nor a canned reply. */
  unexplainedShare: 0.5,
  unexplainedChars: 600,
  /** Where aids are forbidden: away from the page so often and so long in all. */
  leftTimes: 5,
  leftSeconds: 600,
  /** Said beside other things, never alone: the first key came this soon. */
  quickSeconds: 3,
  /** Two answers of which one is nearly the other. */
  majorShare: 0.7,
  majorWords: 120,
}

/** What was noted of one answer and what it came to; lengths in UTF-16 code units. */
export interface AnswerSigns {
  answerId: string
  finalChars: number
  typedChars: number
  pastedChars: number
  /** Of canned replies that were put in. */
  cannedChars: number
  firstKeySeconds: number | null
}

export interface SimilarPair {
  answerId: string
  otherId: string
  share: number
  /** Own words of the shorter one. */
  words: number
}

export interface AttemptSigns {
  policy: AiPolicy
  /** The candidate said which aids they used. */
  declared: boolean
  answers: readonly AnswerSigns[]
  left: { times: number; seconds: number }
  devices: number
  similar: readonly SimilarPair[]
}

export const tiers = ['none', 'some', 'major'] as const
export type Tier = (typeof tiers)[number]

/** Shares are whole per cent. `other` is the other answer's id. */
export type Reason =
  | { code: 'similar'; answer: string; other: string; share: number; words: number }
  | { code: 'pasted'; answer: string; share: number; chars: number }
  | { code: 'unexplained'; answer: string; share: number; chars: number }
  | { code: 'left'; times: number; minutes: number }
  | { code: 'quick'; answer: string; seconds: number }
  | { code: 'device'; times: number }

const percent = (share: number) => Math.round(share * 100)

function similarOnes(pairs: readonly SimilarPair[]): Reason[] {
  return pairs
    .filter(({ share, words }) => share >= similarityRules.reviewAt && words >= similarityRules.leastWords)
    .map(({ answerId, otherId, share, words }) => ({
      code: 'similar',
      answer: answerId,
      other: otherId,
      share: percent(share),
      words,
    }))
}

/** What was pasted and thrown away again counts for less: the share is of all that went in. */
function pasted({ answerId, finalChars, typedChars, pastedChars }: AnswerSigns): Reason[] {
  const share = pastedChars / Math.max(1, finalChars, typedChars + pastedChars)
  const still = Math.min(pastedChars, finalChars)
  const { pastedShare, pastedChars: least } = integrityRules
  if (still < least || share < pastedShare) return []
  return [{ code: 'pasted', answer: answerId, share: percent(share), chars: still }]
}

/** Where nothing at all was noted, the notes did not arrive: that says nothing of anybody. */
function unexplained(answer: AnswerSigns): Reason[] {
  const { answerId, finalChars, typedChars, pastedChars, cannedChars } = answer
  if (typedChars + pastedChars === 0) return []
  const chars = finalChars - typedChars - pastedChars - cannedChars
  const share = chars / Math.max(1, finalChars)
  const { unexplainedShare, unexplainedChars } = integrityRules
  if (chars < unexplainedChars || share < unexplainedShare) return []
  return [{ code: 'unexplained', answer: answerId, share: percent(share), chars }]
}

/**
 * Is there something that a person should look at, and what? Pasting is how support works: where aids are allowed and
 * the candidate has said which, it opens nothing. Being away from the page opens something only where aids are forbidden.
 */
export function assess(signs: AttemptSigns): { tier: Tier; reasons: Reason[] } {
  const { policy, declared, answers, left, devices } = signs
  const said = policy === 'declared' && declared
  const similar = similarOnes(signs.similar)
  const own = answers.flatMap((answer) => [...pasted(answer), ...unexplained(answer)])
  const away: Reason[] =
    left.times >= integrityRules.leftTimes && left.seconds >= integrityRules.leftSeconds
      ? [{ code: 'left', times: left.times, minutes: Math.round(left.seconds / 60) }]
      : []
  const opening = [...similar, ...(said ? [] : own), ...(policy === 'forbidden' ? away : [])]
  if (opening.length === 0) return { tier: 'none', reasons: [] }
  const quick = answers.flatMap(({ answerId, firstKeySeconds: seconds }): Reason[] =>
    seconds !== null && seconds <= integrityRules.quickSeconds
      ? [{ code: 'quick', answer: answerId, seconds }]
      : [],
  )
  const device: Reason[] = devices > 0 ? [{ code: 'device', times: devices }] : []
  const beside = [...(said ? own : []), ...(policy === 'forbidden' ? [] : away), ...quick, ...device]
  return { tier: isMajor(opening) ? 'major' : 'some', reasons: [...opening, ...beside] }
}

/** One answer that is nearly another, or one that two different things are said of. */
function isMajor(reasons: readonly Reason[]): boolean {
  const { majorShare, majorWords } = integrityRules
  return reasons.some((reason) => {
    if (reason.code !== 'similar') return false
    if (reason.share >= percent(majorShare) && reason.words >= majorWords) return true
    return reasons.some(
      (other) => (other.code === 'pasted' || other.code === 'unexplained') && other.answer === reason.answer,
    )
  })
}

export type CaseRefusal = 'changed-meanwhile' | 'reason-missing' | 'already-decided'

/** May a person say what it was? `from` is what the page showed; with a reason in writing, always. */
export function decidable(input: {
  status: CaseStatus
  from: CaseStatus
  reason: string
}): { ok: true } | { refused: CaseRefusal } {
  if (input.status !== input.from) return { refused: 'changed-meanwhile' }
  return input.reason.trim() === '' ? { refused: 'reason-missing' } : { ok: true }
}
