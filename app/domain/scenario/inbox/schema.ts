import { z } from 'zod'
import { id, inEveryLanguage, structureFields, text, textFields } from '../common.ts'
import { article } from '../handbook.ts'

/** A time of the case's own day: '11:40'. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day: 09:05')
const ids = z.array(id).min(1)
/** How a customer feels, in the words that the page has a drawing for. */
export const moods = [
  'furious',
  'angry',
  'impatient',
  'hurried',
  'worried',
  'puzzled',
  'hurt',
  'neutral',
  'friendly',
  'calm',
  'relieved',
  'grateful',
] as const
export type Mood = (typeof moods)[number]
const mood = z.enum(moods)
const minutes = z
  .number()
  .positive()
  .max(24 * 60)

/**
 * What must hold for a rule, a row of the record or a message to come: everything that is named here. The whole
 * vocabulary; there is nothing else, and no code.
 */
const allOf = z.strictObject({
  /** Facts recognised in any written reply of this conversation so far. */
  said: ids.optional(),
  /** At least one of these facts in the reply that was just written. */
  'said-now': ids.optional(),
  'not-said': ids.optional(),
  /** Step → one of these choices was taken there. */
  choice: z.record(id, ids).optional(),
  mood: z.array(mood).min(1).optional(),
  /** Parameter → one of these options was drawn. */
  drawn: z.record(z.string(), ids).optional(),
  /** The customer's last line is one of these. */
  'last-line': ids.optional(),
  /** The customer has said none of these. */
  'not-line': ids.optional(),
  /** The outcome that the case was closed with. */
  outcome: ids.optional(),
  'handed-over': z.boolean().optional(),
  /** The candidate has written in each of these conversations; in none of those. */
  'written-in': ids.optional(),
  'not-written-in': ids.optional(),
  /** This conversation came to one of these endings. */
  ending: ids.optional(),
  /** These other conversations have come to one of theirs. */
  ended: ids.optional(),
  /** It is this day of the case or later: 1 is the first one, 2 the next. */
  day: z.number().int().min(1).optional(),
})
export type AllOf = z.infer<typeof allOf>
/** One set of conditions, or several of which one is enough. */
export const condition = z.union([allOf, z.array(allOf).min(1)])
export type Condition = z.infer<typeof condition>

/** A line of the customer's; with a time where it stands in the conversation as of then. */
const spoken = z.union([id, z.strictObject({ line: id, at: clockTime, mood: mood.optional() })])

/** The first rule that fits is taken. Times are minutes of the candidate's own time in the case. */
const rule = z.strictObject({
  /**
   * A step (the candidate did it); `reply`, `choose`, `note`, `hand-over`, `close` (in any step); `silence` (so many
   * minutes without an answer to the customer's last message, or since the step began); `time` (so many minutes after
   * the conversation came).
   */
  after: id,
  minutes: minutes.optional(),
  /** Only in these conversations; in all where it is not given. */
  in: ids.optional(),
  /** Only while the conversation stands in one of these steps. */
  at: ids.optional(),
  if: condition.optional(),
  says: z.array(spoken).default([]),
  mood: mood.optional(),
  /** The step in which the conversation stands afterwards. */
  next: id.optional(),
  /** The clock of the case goes on to this time of a later day. */
  jump: z.strictObject({ days: z.number().int().min(0).max(30), to: clockTime }).optional(),
  ends: id.optional(),
})
export type Rule = z.infer<typeof rule>

export const tools = ['note', 'tag', 'promise', 'hand-over', 'close'] as const
/** One place in a conversation: what the candidate may do there. */
const step = z.strictObject({
  id,
  write: z.boolean().default(false),
  choose: ids.optional(),
  tools: z.array(z.enum(tools)).default([]),
})
export type Step = z.infer<typeof step>

const choice = z.strictObject({
  id,
  /** An act without a message: nothing of it stands in the conversation. */
  silent: z.boolean().default(false),
  /** A promise to write, until this time of the day so many days on. */
  promises: z.strictObject({ days: z.number().int().min(0), by: clockTime }).optional(),
  /** Euros given away. */
  gives: z.number().positive().optional(),
  handsOver: z.boolean().default(false),
  /** A step that the handbook forbids; shown to graders as an act. */
  unsafe: z.boolean().default(false),
  /** What the handbook asks for here. */
  right: z.boolean().default(false),
})

export const channels = ['chat', 'email', 'form', 'phone', 'forum', 'team', 'status'] as const
const thread = z.strictObject({
  id,
  channel: z.enum(channels),
  /** Minutes after the case was opened, or after another conversation ended. Without it: at once. */
  arrives: z
    .strictObject({ minutes: z.number().min(0).default(0), after: id.optional(), if: condition.optional() })
    .optional(),
  /** Its own record, beside that of the case. */
  record: z.array(id).default([]),
  says: z.array(spoken).default([]),
  mood: mood.optional(),
  first: id,
  /** In how many minutes the first useful reply is due; useful: it holds one of these facts (any reply, where none is named). */
  firstReply: z.strictObject({ minutes, says: z.array(id).default([]) }).optional(),
  /** Truth that was planted: the first line can solve it; or it must be handed over, to whom, saying what. */
  solvable: z.boolean().default(false),
  /** What makes it solved, beside the right outcome and no hand-over. */
  solvedIf: condition.optional(),
  outcomes: z.strictObject({ offered: ids, right: ids }).optional(),
  mustHandOver: z.strictObject({ to: ids, says: z.array(id).default([]) }).optional(),
})
export type Thread = z.infer<typeof thread>

/** What a fact in a reply means beyond the story: a suspicion that waits for a person. */
export const suspicionCodes = ['leak', 'rude', 'invention'] as const
export type SuspicionCode = (typeof suspicionCodes)[number]
const fact = z.strictObject({ id, suspect: z.enum(suspicionCodes).optional() })

/** A queue of conversations with customers who answer back. One conversation makes it a chat. */
export const inboxStructure = z.strictObject({
  ...structureFields,
  kind: z.literal('inbox'),
  opens: clockTime,
  /** Rows of the record; a row with conditions appears when they hold in the first conversation. */
  record: z.array(z.strictObject({ id, if: condition.optional() })).default([]),
  handbook: z.array(id).default([]),
  /** The article that is wrong here, and may be noticed and reported. */
  wrongArticle: id.optional(),
  /** The moods in which a customer counts as calmed. */
  calm: z.array(mood).default([]),
  facts: z.array(fact).default([]),
  steps: z.array(step).min(1),
  choices: z.array(choice).default([]),
  /** To whom a case may be handed over. */
  desks: z.array(id).default([]),
  outcomes: z.array(id).default([]),
  tags: z.array(id).default([]),
  macros: z.array(id).default([]),
  /** Minutes within which the candidate may promise to write, where a step has that tool. */
  promises: z.array(z.number().int().positive()).default([]),
  endings: z.array(id).default([]),
  threads: z.array(thread).min(1),
  rules: z.array(rule).default([]),
})

/**
 * How a fact is recognised: one sentence holds a word of each group of `all` and none of `not`. Alternatives are
 * divided by ` | `, `~` is any ending, ( | ) ? [ ] and . as in a regular expression; words begin and end at a letter.
 */
const pattern = z.strictObject({ hint: text, all: z.array(text).min(1), not: text.optional() })
export type Pattern = z.infer<typeof pattern>

/** On the case's clock. */
const exampleTime = z.string().regex(/^(day \d+ )?([01]\d|2[0-3]):[0-5]\d$/, 'a time: 11:22, or day 2 11:46')

/** An act of a sample transcript. */
const exampleAct = z.strictObject({
  at: exampleTime,
  thread: id.optional(),
  reply: text.optional(),
  promise: z.number().optional(),
  choose: id.optional(),
  note: text.optional(),
  tag: id.optional(),
  'hand-over': id.optional(),
  close: id.optional(),
  report: id.optional(),
  /** What goes with a hand-over or a report. */
  text: text.optional(),
})
export type ExampleAct = z.infer<typeof exampleAct>

const share = z.tuple([z.number(), z.number()])
/** A transcript that was played by hand: what the customers said, how it ended, what the signals are. */
const exampleBody = {
  draw: z.record(z.string(), id).default({}),
  acts: z.array(exampleAct),
  /** How long the candidate stayed; until the last act, where nothing is said. */
  until: exampleTime.optional(),
  /** Conversation → the customer's lines in their order. */
  lines: z.record(id, z.array(id)),
  endings: z.record(id, id).default({}),
  signals: z.strictObject({
    solved: share,
    firstReply: share,
    unanswered: share,
    promises: share,
    needless: share,
    missed: share.default([0, 0]),
    rude: z.number().default(0),
    leak: z.number().default(0),
    given: z.number().default(0),
    /** Acts until a customer was calm first; null where none ever was. */
    turnsToCalm: z.number().nullable().optional(),
  }),
}

const named = z.record(id, text).default({})
export const inboxTexts = z.strictObject({
  ...textFields(exampleBody, { facts: z.record(id, pattern).default({}) }),
  /** The name under which the candidate works. */
  agent: text,
  /** The days of the case as its clock shows them. */
  days: z.array(text).min(1),
  recordTitle: text,
  record: z.record(id, z.strictObject({ label: text, value: text })).default({}),
  threads: z.record(id, z.strictObject({ who: text, about: text.optional(), subject: text.optional() })),
  lines: z.record(id, text).default({}),
  /** What the page asks where there is a choice. */
  prompts: named,
  choices: named,
  desks: named,
  outcomes: named,
  tags: named,
  macros: z.record(id, z.strictObject({ title: text, text })).default({}),
})

export const inboxContent = z.strictObject({
  ...inboxStructure.shape,
  texts: inEveryLanguage(inboxTexts),
  articles: z.array(article),
})
export type InboxContent = z.infer<typeof inboxContent>
