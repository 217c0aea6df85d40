import { type Locale, locales } from '../../locale.ts'
import { same } from '../../same.ts'
import { samplesIn } from '../common.ts'
import { inStep, type Report, type Tell, tellIn } from '../in-step.ts'
import { playExample } from './examples.ts'
import type { Condition, InboxContent } from './schema.ts'
import { inboxSignals } from './signals.ts'

const acts = ['reply', 'choose', 'note', 'hand-over', 'close']
const timers = ['silence', 'time']

/** Everything that an inbox names: where it stands, and among what it must be. */
class Names {
  readonly steps: string[]
  readonly threads: string[]
  constructor(
    readonly content: InboxContent,
    readonly tell: Tell,
  ) {
    this.steps = content.steps.map(({ id }) => id)
    this.threads = content.threads.map(({ id }) => id)
  }
  among(known: readonly string[], what: string, path: PropertyKey[], ids: readonly string[] | undefined) {
    for (const id of ids ?? []) if (!known.includes(id)) this.tell(path, `no ${what} ‘${id}’`)
  }
  facts(path: PropertyKey[], ids: readonly string[] | undefined) {
    this.among(
      this.content.facts.map(({ id }) => id),
      'fact',
      path,
      ids,
    )
  }
  condition(path: PropertyKey[], condition: Condition | undefined) {
    const { content } = this
    for (const wanted of condition === undefined ? [] : [condition].flat()) {
      for (const key of ['said', 'said-now', 'not-said'] as const) this.facts([...path, key], wanted[key])
      for (const [step, choices] of Object.entries(wanted.choice ?? {})) {
        const known = content.steps.find(({ id }) => id === step)?.choose
        if (!known) this.tell([...path, 'choice'], `no choice in a step ‘${step}’`)
        this.among(known ?? choices, 'choice', [...path, 'choice', step], choices)
      }
      for (const [parameter, options] of Object.entries(wanted.drawn ?? {}))
        this.among(Object.keys(content.parameters[parameter] ?? {}), 'option', [...path, 'drawn'], options)
      for (const key of ['last-line', 'not-line'] as const)
        this.among(linesOf(content), 'line', [...path, key], wanted[key])
      this.among(content.outcomes, 'outcome', [...path, 'outcome'], wanted.outcome)
      this.among(content.endings, 'ending', [...path, 'ending'], wanted.ending)
      for (const key of ['written-in', 'not-written-in', 'ended'] as const)
        this.among(this.threads, 'conversation', [...path, key], wanted[key])
    }
  }
}

type Spoken = InboxContent['rules'][number]['says'][number]
const lineOf = (spoken: Spoken) => (typeof spoken === 'string' ? spoken : spoken.line)
/** Every line that somebody can say. */
function linesOf({ threads, rules }: InboxContent): string[] {
  return [...new Set([...threads, ...rules].flatMap(({ says }) => says.map(lineOf)))]
}

function checkThreads(content: InboxContent, names: Names) {
  for (const [index, thread] of content.threads.entries()) {
    const path = ['threads', index]
    names.among(names.steps, 'step', [...path, 'first'], [thread.first])
    names.among(
      names.threads,
      'conversation',
      [...path, 'arrives'],
      thread.arrives?.after ? [thread.arrives.after] : [],
    )
    names.among(
      content.record.map(({ id }) => id),
      'row of the record',
      [...path, 'record'],
      thread.record,
    )
    names.condition([...path, 'arrives', 'if'], thread.arrives?.if)
    names.condition([...path, 'solvedIf'], thread.solvedIf)
    names.facts([...path, 'firstReply'], thread.firstReply?.says)
    names.facts([...path, 'mustHandOver'], thread.mustHandOver?.says)
    names.among(content.desks, 'desk', [...path, 'mustHandOver'], thread.mustHandOver?.to)
    names.among(content.outcomes, 'outcome', [...path, 'outcomes'], thread.outcomes?.offered)
    names.among(
      thread.outcomes?.offered ?? [],
      'offered outcome',
      [...path, 'outcomes'],
      thread.outcomes?.right,
    )
    if (thread.solvable && thread.mustHandOver) names.tell(path, 'solvable, and to be handed over')
  }
}

function checkRules(content: InboxContent, names: Names) {
  for (const [index, rule] of content.rules.entries()) {
    const path = ['rules', index]
    const timed = timers.includes(rule.after)
    names.among([...names.steps, ...acts, ...timers], 'step or act', [...path, 'after'], [rule.after])
    if (timed !== (rule.minutes !== undefined))
      names.tell(path, timed ? '‘minutes’ is missing' : '‘minutes’ belongs to silence and time')
    names.among(names.threads, 'conversation', [...path, 'in'], rule.in)
    names.among(names.steps, 'step', [...path, 'at'], rule.at)
    names.among(names.steps, 'step', [...path, 'next'], rule.next ? [rule.next] : [])
    names.among(content.endings, 'ending', [...path, 'ends'], rule.ends ? [rule.ends] : [])
    names.condition([...path, 'if'], rule.if)
  }
  for (const [index, ending] of content.endings.entries())
    if (!content.rules.some(({ ends }) => ends === ending))
      names.tell(['endings', index], `no rule ends with ‘${ending}’`)
}

function checkTexts(content: InboxContent, locale: Locale, report: Report) {
  const texts = content.texts[locale]
  const file = `${locale}.yaml`
  const choosing = content.steps.filter(({ choose }) => choose).map(({ id }) => id)
  const held: [string, readonly string[]][] = [
    ['record', content.record.map(({ id }) => id)],
    ['threads', content.threads.map(({ id }) => id)],
    ['lines', linesOf(content)],
    ['prompts', choosing],
    ['choices', content.choices.map(({ id }) => id)],
    ['desks', content.desks],
    ['outcomes', content.outcomes],
    ['tags', content.tags],
    ['macros', content.macros],
  ]
  for (const [part, ids] of held) inStep(ids, texts[part as 'record'], tellIn(report, file, part))
  if (texts.grader)
    inStep(
      content.facts.map(({ id }) => id),
      texts.grader.facts,
      tellIn(report, file, 'grader', 'facts'),
    )
}

/** Sample transcripts are played: what the author wrote down by hand must be what the case does. */
function checkExamples(content: InboxContent, locale: Locale, report: Report) {
  for (const { sample: example, path } of samplesIn(content.texts[locale].grader)) {
    const tell = tellIn(report, `${locale}.yaml`, ...path)
    try {
      const { game, transcript, state } = playExample(content, locale, example)
      const counted = inboxSignals(game, state, transcript)
      const pair = (key: 'solved' | 'firstReply' | 'unanswered' | 'promises' | 'needless' | 'missed') =>
        [counted[key].count, counted[key].of] as const
      const suspected = (code: string) => counted.suspected.filter((item) => item.code === code).length
      const played = {
        solved: pair('solved'),
        firstReply: pair('firstReply'),
        unanswered: pair('unanswered'),
        promises: pair('promises'),
        needless: pair('needless'),
        missed: pair('missed'),
        rude: suspected('rude'),
        leak: suspected('leak'),
        given: counted.given,
        ...(example.signals.turnsToCalm !== undefined && { turnsToCalm: counted.turnsToCalm }),
      }
      for (const [key, value] of Object.entries(played)) {
        const written = example.signals[key as keyof typeof example.signals]
        if (!same(written, value))
          tell(['signals', key], `played ${JSON.stringify(value)}, written ${JSON.stringify(written)}`)
      }
      for (const thread of state.threads) {
        const lines = thread.lines
        const written = example.lines[thread.id] ?? []
        if (!same(lines, written))
          tell(['lines', thread.id], `played ${lines.join(' ')}, written ${written.join(' ')}`)
        const ending = thread.ended ?? undefined
        if (ending !== example.endings[thread.id])
          tell(
            ['endings', thread.id],
            `played ${ending ?? 'no ending'}, written ${example.endings[thread.id] ?? 'none'}`,
          )
      }
    } catch (error) {
      tell(['acts'], error instanceof Error ? error.message : String(error))
    }
  }
}

export function inboxReferences(content: InboxContent, report: Report): void {
  const names = new Names(content, tellIn(report, 'scenario.yaml'))
  checkThreads(content, names)
  checkRules(content, names)
  for (const [index, { choose }] of content.steps.entries())
    names.among(
      content.choices.map(({ id }) => id),
      'choice',
      ['steps', index, 'choose'],
      choose,
    )
  names.among(
    content.handbook,
    'article of this case',
    ['wrongArticle'],
    content.wrongArticle ? [content.wrongArticle] : [],
  )
  for (const locale of locales) checkTexts(content, locale, report)
}

/** Only once every name means something: else a transcript would stumble over what has been told already. */
export function inboxExamples(content: InboxContent, report: Report): void {
  for (const locale of locales) checkExamples(content, locale, report)
}
