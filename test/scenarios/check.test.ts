import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { foundLine, loadLibrary, readLibrary } from '#app/server/scenarios.ts'

/** What an author's slip is tried on; the others are read in library.test.ts. */
const slipped = [
  'handbook',
  'rubrics',
  'assignments/first-hire.yaml',
  's01-sales-page',
  's03-first-fifty',
  's17-why-support',
  'practice-page-review',
  'practice-reply',
  'practice-writing',
  'practice-late-payout',
]
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenarios-'))
  for (const name of slipped) cpSync(resolve('scenarios', name), join(folder, name), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Changes a file as an author's slip would, and returns what `npm run scenarios` says, with paths from the folder. */
function slip(file: string, from: string | RegExp, to: string): string[] {
  const path = join(folder, file)
  const before = readFileSync(path, 'utf8')
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
  return said()
}
const said = () =>
  readLibrary([folder]).found.map((item) =>
    foundLine(item).replace(`${relative(process.cwd(), folder)}/`, ''),
  )
const lineOf = (file: string, text: string) =>
  readFileSync(join(folder, file), 'utf8')
    .slice(0, readFileSync(join(folder, file), 'utf8').indexOf(text))
    .split('\n').length

describe('an author is told file, line and problem', () => {
  test('of a key that nobody knows', () => {
    const found = slip('s03-first-fifty/scenario.yaml', 'minutes: 15', 'minutes: 15\nminuts: 12')
    expect(found[0]).toBe(
      `s03-first-fifty/scenario.yaml:${lineOf('s03-first-fifty/scenario.yaml', 'minuts')}: minuts: unknown key ‘minuts’`,
    )
  })

  test('of YAML that cannot be read', () => {
    const found = slip('s03-first-fifty/en.yaml', 'customer: "', 'customer: ""')
    expect(found[0]).toMatch(/^s03-first-fifty\/en\.yaml:\d+: /)
  })

  test('of weights that do not add up', () => {
    const found = slip('s01-sales-page/scenario.yaml', '{ id: D09, weight: 2', '{ id: D09, weight: 1')
    expect(found[0]).toBe(
      `s01-sales-page/scenario.yaml:${lineOf('s01-sales-page/scenario.yaml', 'total: 28')}: total: the weights add up to 27`,
    )
  })

  test('of a language that is missing or out of step', () => {
    rmSync(join(folder, 's17-why-support/sq.yaml'))
    expect(said()).toContain('s17-why-support/sq.yaml:1: missing file')
    expect(slip('s03-first-fifty/ru.yaml', /^ {2}route: \{ label: .*\n/m, '')).toContain(
      `s03-first-fifty/ru.yaml:${lineOf('s03-first-fifty/ru.yaml', '\n  partner: {') + 1}: record: ‘route’ is missing`,
    )
  })

  test('of a template that is not there', () => {
    expect(slip('practice-page-review/scenario.yaml', 'page.html', 'pages.html')[0]).toMatch(
      /missing file pages\.html/,
    )
  })

  test('of a page that runs something or has lost a part', () => {
    const page = 's01-sales-page/page.html'
    expect(
      slip(page, '<section data-part="p06">', '<section onclick="x()" data-part="p6">').slice(0, 2),
    ).toEqual([
      `${page}:${lineOf(page, 'onclick')}: holds an event handler`,
      expect.stringMatching(/page\.html:1: its data-part are p01, .*p6/),
    ])
  })

  test('of a finding that is planted nowhere, in an answer for calibration too', () => {
    const en = 's01-sales-page/en.yaml'
    const found = slip(en, /( {2}calibration:[\s\S]*?match: )D03/, '$1D33')
    expect(found).toEqual([
      `${en}:${lineOf(en, 'D33')}: grader.calibration.0.findings.0.match: nothing is planted as ‘D33’`,
    ])
  })

  test('of an article or paragraph that the handbook does not have', () => {
    expect(slip('s03-first-fifty/scenario.yaml', '  - second-line\n', '  - third-line\n')[0]).toMatch(
      /scenario\.yaml:\d+: handbook\.7: the handbook has no article ‘third-line’/,
    )
    expect(slip('practice-late-payout/scenario.yaml', 'returned-payouts.4', 'returned-payouts.9')[0]).toMatch(
      /practice-late-payout\/scenario\.yaml:\d+: facts\.4: no paragraph returned-payouts\.9/,
    )
  })

  test('of a name without a value and of a value that no text uses', () => {
    const en = 's03-first-fifty/en.yaml'
    expect(slip(en, 'answerLabel: Your reply to {{name}}', 'answerLabel: Your reply to {{nmae}}')).toEqual([
      `${en}:${lineOf(en, 'Your reply to {{nmae}}')}: answerLabel: no value for {{nmae}}`,
    ])
    expect(slip('practice-late-payout/sq.yaml', /\{\{arrive\}\}/g, 'pasnesër')).toContainEqual(
      expect.stringMatching(/sq\.yaml:\d+: parameters\.day: no text uses ‘arrive’/),
    )
  })

  test('of a paragraph that one language has more of', () => {
    const found = slip('handbook/ru.yaml', '      - Отправитель —', '      - Лишний.\n      - Отправитель —')
    expect(found[0]).toMatch(/^handbook\/ru\.yaml:\d+: articles\.payout-reference\.paragraphs: not as many/)
  })

  test('of an assignment that weighs what its scenario does not show', () => {
    const found = slip(
      'assignments/first-hire.yaml',
      'weights: { A1: 1.5, A3: 1.5, K3: 1 }',
      'weights: { A1: 1.5, K3: 1, K5: 1 }',
    )
    expect(found).toEqual([
      expect.stringMatching(
        /first-hire\.yaml:\d+: sections\.1\.weights\.K5: ‘s03-first-fifty’ does not show it/,
      ),
      expect.stringMatching(/first-hire\.yaml:\d+: sections\.1\.weights: no weight for A3/),
    ])
  })

  test('and such a folder is left out with the assignments that need it, while the others stay in use', () => {
    writeFileSync(
      join(folder, 'assignments/only-words.yaml'),
      readFileSync(join(folder, 'assignments/first-hire.yaml'), 'utf8')
        .replace('key: first-hire', 'key: only-words')
        .replace(/ {2}- scenario: s01-sales-page[\s\S]*?(?= {2}- scenario: s17)/, ''),
    )
    slip('s01-sales-page/scenario.yaml', 'key: s01-sales-page', 'key: s01')
    const library = loadLibrary([folder])
    expect(library.scenario('s01-sales-page')).toBeNull()
    expect(library.assignment('first-hire')).toBeNull()
    expect(library.assignment('only-words')).not.toBeNull()
    expect(library.scenario('s17-why-support')).not.toBeNull()
    expect(library.found.map(({ problem }) => problem)).toContainEqual(
      expect.stringContaining('the key ‘s01’ is not the name of the folder'),
    )
  })

  test('and the product does not start without a handbook', () => {
    rmSync(join(folder, 'handbook'), { recursive: true })
    expect(() => loadLibrary([folder])).toThrow(/No rubric, no handbook or no assignment/)
  })
})

describe('a company’s own folder', () => {
  test('adds scenarios to the shipped ones and may not take a shipped name', () => {
    const own = mkdtempSync(join(tmpdir(), 'scenarios-own-'))
    onTestFinished(() => rmSync(own, { recursive: true }))
    cpSync(resolve('scenarios/practice-writing'), join(own, 'our-window'), { recursive: true })
    const structure = join(own, 'our-window/scenario.yaml')
    writeFileSync(
      structure,
      readFileSync(structure, 'utf8').replace('key: practice-writing', 'key: our-window'),
    )
    const library = loadLibrary([folder, own])
    expect(library.scenario('our-window')?.content.kind).toBe('writing')
    expect(library.scenario('s01-sales-page')).not.toBeNull()
    cpSync(resolve('scenarios/practice-writing'), join(own, 'practice-writing'), { recursive: true })
    expect(readLibrary([folder, own]).found[0]?.problem).toMatch(
      /there is another scenario ‘practice-writing’/,
    )
  })

  test('that does not exist is named', () => {
    expect(readLibrary([join(folder, 'nowhere')]).found[0]?.problem).toBe('no such folder')
  })
})
