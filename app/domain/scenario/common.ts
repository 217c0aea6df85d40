import { z } from 'zod'
import { dimensions } from '../dimensions.ts'
import { locales } from '../locale.ts'

/** The kinds of scenario. A new kind is a new row in kinds.ts and a branch that the compiler asks for in views.ts and body.ts. */
export const kinds = ['page-review', 'reply', 'writing', 'inbox', 'lookup', 'judgement'] as const
export type Kind = (typeof kinds)[number]

/** graded: part of an assignment. warm-up: a candidate's unscored minute before it. practice: a newcomer's case with feedback. */
export const uses = ['graded', 'warm-up', 'practice'] as const

/** draft: written by the authors, not yet rated by experts. */
export const statuses = ['draft', 'rated'] as const

/** What is wrong with an author's folder: in which file, and the path inside it (in a file that is not YAML: its line). */
export type Problem = { file: string; path: PropertyKey[]; problem: string }

export const text = z.string().trim().min(1)
export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, 'letters, digits and single hyphens')
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name in camelCase')

export const dimension = z.enum(dimensions)
export const locale = z.enum(locales)
export const inEveryLanguage = <T extends z.ZodType>(texts: T) => z.record(locale, texts)

/** A text for each of the five levels: an anchor for graders, feedback for newcomers. */
export const levelTexts = z.strictObject({ 1: text, 2: text, 3: text, 4: text, 5: text })
export type LevelTexts = z.infer<typeof levelTexts>
const byDimension = z.partialRecord(dimension, levelTexts)

/** Figures worked out from drawn figures: the only arithmetic that a scenario may ask for. */
const computation = z.union([
  z.strictObject({ minus: z.tuple([name, name]) }),
  z.strictObject({ percent: z.tuple([name, name]), digits: z.number().int().min(0).max(2).default(0) }),
  z.strictObject({ percentLeft: z.tuple([name, name]), digits: z.number().int().min(0).max(2).default(0) }),
])
export type Computation = z.infer<typeof computation>

/** What every scenario.yaml holds. `parameters`: parameter → option → values that are the same in all languages. */
export const structureFields = {
  key: id,
  code: z
    .string()
    .regex(/^S\d\d$/)
    .optional(),
  use: z.enum(uses),
  status: z.enum(statuses),
  minutes: z.number().int().min(1).max(60),
  /** Rules of the trade that the case covers. */
  covers: z.array(z.string().regex(/^[CFHPQSW]\d{1,2}$/)).default([]),
  dimensions: z.array(dimension).default([]),
  parameters: z
    .record(name, z.record(id, z.record(name, z.union([z.number(), text])).nullable()))
    .default({}),
  computed: z.record(name, computation).default({}),
}

const grade = z.strictObject({ level: z.number().int().min(1).max(5), why: text })
const exampleFields = { name: text, grades: z.partialRecord(dimension, grade) }

/** Graded answers: `examples` stand beside an answer and in the lesson, `calibration` is for calibration alone. */
export const sampleLists = ['examples', 'calibration'] as const
export type SampleList = (typeof sampleLists)[number]

/** Every graded answer of both lists, with the path that leads to it. */
export const samplesIn = <T>(
  grader: { examples: readonly T[]; calibration?: readonly T[] | undefined } | undefined,
): { sample: T; path: PropertyKey[] }[] =>
  sampleLists.flatMap((list) =>
    (grader?.[list] ?? []).map((sample, index) => ({ sample, path: ['grader', list, index] })),
  )

/** What only graders read. `anchors` are this scenario's own words for a level, beside those of the rubric. */
function graderFields<T extends z.ZodRawShape>(exampleBody: T) {
  const samples = z.array(z.strictObject({ ...exampleFields, ...exampleBody }))
  return {
    tests: text.optional(),
    notes: z.array(text).default([]),
    reference: text.optional(),
    anchors: byDimension.default({}),
    mistakes: z.array(text).default([]),
    examplesNote: text.optional(),
    examples: samples.default([]),
    calibration: samples.optional(),
  }
}

/** What every <language>.yaml holds, whatever the kind. */
export function textFields<T extends z.ZodRawShape, G extends z.ZodRawShape>(exampleBody: T, more: G) {
  return {
    title: text,
    question: text,
    brief: z.array(text).min(1),
    parameters: z.record(name, z.record(id, z.record(name, text))).default({}),
    grader: z.strictObject({ ...graderFields(exampleBody), ...more }).optional(),
    /** Shown to a newcomer after a practice case, by the level that was reached. */
    feedback: byDimension.default({}),
  }
}
