const refusals = [
  'not-revealed',
  'graded-it',
  'not-named',
  'not-needed',
  'already-moderated',
  'reason-missing',
  'grade-cap',
  'nobody-to-ask',
  'cannot-moderate',
  'role-too-low',
  'level-missing',
] as const

/** The words of a refusal of moderation. */
export const refusalKey = (code: string) =>
  `agreement.refusals.${refusals.find((one) => one === code) ?? 'not-revealed'}` as const
