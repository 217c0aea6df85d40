import { type AssignmentContent, assignmentContent } from '#app/domain/scenario/assignment.ts'
import type { Article } from '#app/domain/scenario/handbook.ts'
import {
  type InboxContent,
  inboxContent,
  inboxStructure,
  inboxTexts,
} from '#app/domain/scenario/inbox/schema.ts'
import { judgementContent, judgementStructure, judgementTexts } from '#app/domain/scenario/judgement.ts'
import type { ScenarioContent } from '#app/domain/scenario/kinds.ts'
import { lookupContent, lookupStructure, lookupTexts } from '#app/domain/scenario/lookup.ts'
import { contentHash } from '#app/server/scenarios.ts'
import type { Shelf } from '#db/versions.ts'
import { testLibrary } from '#test/support/context.ts'

const common = { use: 'graded', status: 'draft' } as const
const inEvery = <T>(texts: T) => ({ en: texts, ru: texts, sq: texts })

const lost: Article = {
  id: 'lost-things',
  number: 1,
  texts: inEvery({
    title: 'Lost things',
    paragraphs: ['What is found is kept for a month.', 'It is given back to whoever can describe it.'],
  }),
}

/** Two people and one clerk: an umbrella that is asked for at once, a glove that is asked for four minutes later. */
function umbrella(key: string, use: 'graded' | 'warm-up'): InboxContent {
  const structure = inboxStructure.parse({
    ...common,
    key,
    use,
    kind: 'inbox',
    minutes: 5,
    opens: '09:00',
    handbook: ['lost-things'],
    wrongArticle: 'lost-things',
    calm: ['calm'],
    facts: [{ id: 'found' }],
    steps: [
      { id: 'talk', write: true, tools: ['note', 'tag', 'promise', 'hand-over', 'close'] },
      { id: 'fetch', choose: ['bring', 'keep'] },
    ],
    choices: [{ id: 'bring' }, { id: 'keep', silent: true }],
    record: [{ id: 'number' }],
    desks: ['warehouse'],
    outcomes: ['given-back', 'not-found'],
    tags: ['lost'],
    macros: ['thanks'],
    promises: [15, 60],
    endings: ['happy', 'gone'],
    threads: [
      {
        id: 'ann',
        channel: 'chat',
        says: ['ann-asks'],
        mood: 'angry',
        first: 'talk',
        solvable: true,
        outcomes: { offered: ['given-back', 'not-found'], right: ['given-back'] },
      },
      {
        id: 'bob',
        channel: 'email',
        arrives: { minutes: 4 },
        says: ['bob-asks'],
        mood: 'calm',
        first: 'talk',
        outcomes: { offered: ['given-back', 'not-found'], right: ['not-found'] },
      },
    ],
    rules: [
      {
        after: 'talk',
        in: ['ann'],
        if: { 'said-now': ['found'] },
        says: ['ann-glad'],
        mood: 'calm',
        next: 'fetch',
      },
      { after: 'talk', in: ['ann'], says: ['ann-again'] },
      { after: 'fetch', says: ['ann-thanks'], ends: 'happy' },
      { after: 'silence', minutes: 10, says: ['gone'], ends: 'gone' },
      { after: 'close', ends: 'happy' },
    ],
  })
  const texts = inboxTexts.parse({
    title: 'The lost property office',
    question: 'Whose is it?',
    brief: ['You are the clerk of the lost property office.'],
    agent: 'Robin',
    days: ['Monday'],
    recordTitle: 'Found today',
    record: { number: { label: 'Shelf', value: '7' } },
    threads: {
      ann: { who: 'Ann', about: 'an umbrella' },
      bob: { who: 'Bob', subject: 'My glove' },
    },
    lines: {
      'ann-asks': 'Where is my umbrella?',
      'ann-again': 'And where is it?',
      'ann-glad': 'Can you bring it?',
      'ann-thanks': 'Thank you!',
      'bob-asks': 'Have you found a glove?',
      gone: 'I am going.',
    },
    prompts: { fetch: 'What do you do?' },
    choices: { bring: 'I will bring it to you.', keep: 'Keep it on the shelf' },
    desks: { warehouse: 'The warehouse' },
    outcomes: { 'given-back': 'Given back', 'not-found': 'Not found' },
    tags: { lost: 'Lost' },
    macros: { thanks: { title: 'Thanks', text: 'Thank you for writing.' } },
    grader: { facts: { found: { hint: 'It was found.', all: ['found | shelf | here'] } } },
  })
  return inboxContent.parse({ ...structure, texts: inEvery(texts), articles: [lost] })
}

const lookups = lookupContent.parse({
  ...lookupStructure.parse({
    ...common,
    key: 'test-lookup',
    kind: 'lookup',
    minutes: 5,
    handbook: ['lost-things'],
    questions: [{ id: 'month', cite: ['lost-things.1'] }, { id: 'dog' }],
  }),
  texts: inEvery(
    lookupTexts.parse({
      title: 'Look it up',
      question: 'What does the handbook say?',
      brief: ['Two colleagues ask.'],
      questions: {
        month: { who: 'Ann', text: 'How long do we keep things?' },
        dog: { who: 'Bob', text: 'May I bring my dog?' },
      },
    }),
  ),
  articles: [lost],
})

const judgements = judgementContent.parse({
  ...judgementStructure.parse({
    ...common,
    key: 'test-judgement',
    kind: 'judgement',
    minutes: 5,
    items: [
      {
        id: 'queue',
        ask: 'most-least',
        options: ['wait', 'shout', 'help'],
        most: 'help',
        least: 'shout',
        dimensions: ['A1'],
        reason: true,
      },
      {
        id: 'rain',
        ask: 'rate',
        options: ['coat', 'umbrella', 'stay'],
        key: {
          coat: { mean: 3, sd: 1 },
          umbrella: { mean: 5, sd: 1 },
          stay: { mean: 2, sd: 1 },
        },
        dimensions: ['A1'],
      },
    ],
  }),
  texts: inEvery(
    judgementTexts.parse({
      title: 'What would you do?',
      question: 'What works?',
      brief: ['Two situations.'],
      items: {
        queue: {
          situation: ['The queue is long.'],
          options: { wait: 'Wait', shout: 'Shout', help: 'Help' },
          reason: 'Why?',
        },
        rain: { situation: ['It rains.'], options: { coat: 'Coat', umbrella: 'Umbrella', stay: 'Stay' } },
      },
    }),
  ),
})

const entry = <T extends { key: string }>(content: T) => ({
  key: content.key,
  hash: contentHash(content),
  content,
})

/** The shelf with four small scenarios more, and an assignment of them: an inbox to try, an inbox, look-ups, judgements. */
export function shelfWithDesks(): Shelf & { assignmentKey: string } {
  const library = testLibrary()
  const contents: ScenarioContent[] = [
    umbrella('try-inbox', 'warm-up'),
    umbrella('test-inbox', 'graded'),
    lookups,
    judgements,
  ]
  const own = new Map(contents.map((content) => [content.key, entry(content)]))
  const assignment: AssignmentContent = assignmentContent.parse({
    key: 'desks',
    status: 'draft',
    titles: inEvery('Three desks'),
    warmUps: ['try-inbox'],
    sections: [
      { scenario: 'test-inbox', minutes: 10, weights: { A1: 1 } },
      { scenario: 'test-lookup', minutes: 5, weights: { A1: 1 } },
      { scenario: 'test-judgement', minutes: 5, weights: { A1: 1 } },
    ],
  })
  return {
    assignmentKey: assignment.key,
    rubric: library.rubric,
    handbook: library.handbook,
    scenario: (key) => own.get(key) ?? library.scenario(key),
    assignment: (key) => (key === assignment.key ? entry(assignment) : library.assignment(key)),
  }
}
