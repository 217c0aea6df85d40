/** What a refusal of a room is to the browser: its role, its time, or its content. */
const statuses: Record<string, number> = {
  'role-too-low': 403,
  'stale-revision': 409,
  'already-there': 409,
  'no-such-move': 409,
  'not-your-move': 409,
  'not-considered': 409,
  'word-today': 409,
  'undo-over': 409,
  'last-owner': 409,
  'account-disabled': 409,
  'vacancy-closed': 409,
  'vacancy-has-applications': 409,
  'plan-frozen': 409,
  'grading-began': 409,
  'opening-offered': 409,
  'agreement-changed': 409,
  'already-signed': 409,
  'gate-not-passed': 403,
  'agreement-unsigned': 403,
  'not-a-lead': 403,
  'own-readiness': 403,
}

/** 422 where nothing else is said: the shape was right and a rule was broken. */
export const statusOfRefusal = (code: string): number => statuses[code] ?? 422
