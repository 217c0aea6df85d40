import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLibraryOnce } from '#app/server/kept-scenarios.ts'
import { libraryOf, loadLibrary } from '#app/server/scenarios.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'))
  for (const name of ['handbook', 'rubrics', 'practice-writing', 's17-why-support'])
    cpSync(resolve('scenarios', name), join(folder, 'scenarios', name), { recursive: true })
  writeFileSync(join(folder, 'program'), 'first version')
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const read = () => readLibraryOnce([at('scenarios')], { file: at('kept.json'), program: at('program') })
/** The hash as it is kept, after something was read. */
const hash = (): string => {
  read()
  return JSON.parse(readFileSync(at('kept.json'), 'utf8')).hash
}

test('what is kept is what was read', () => {
  const first = read()
  expect(read()).toEqual(JSON.parse(JSON.stringify(first)))
  cpSync(resolve('scenarios/assignments/first-hire.yaml'), at('scenarios/assignments/first-hire.yaml'))
  cpSync(resolve('scenarios/s01-sales-page'), at('scenarios/s01-sales-page'), { recursive: true })
  cpSync(resolve('scenarios/s03-first-fifty'), at('scenarios/s03-first-fifty'), { recursive: true })
  for (const name of ['practice-reply', 'practice-page-review'])
    cpSync(resolve('scenarios', name), at(`scenarios/${name}`), { recursive: true })
  read()
  const again = libraryOf(read(), [at('scenarios')])
  const fresh = loadLibrary([at('scenarios')])
  expect(again.scenarios).toEqual(fresh.scenarios)
  expect(again.rubric.hash).toBe(fresh.rubric.hash)
  expect(again.assignment('first-hire')?.hash).toBe(fresh.assignment('first-hire')?.hash)
})

test('a word changed in any file, or another program, is read anew', () => {
  const before = hash()
  const words = at('scenarios/s17-why-support/ru.yaml')
  writeFileSync(words, `${readFileSync(words, 'utf8')}\n# a remark\n`)
  const changed = hash()
  expect(changed).not.toBe(before)
  writeFileSync(at('program'), 'second version')
  expect(hash()).not.toBe(changed)
})

test('problems are kept as well, and a file that broke off is made anew', () => {
  writeFileSync(at('scenarios/s17-why-support/scenario.yaml'), 'key: s17')
  const found = read().found
  expect(found.length).toBeGreaterThan(0)
  expect(read().found).toEqual(found)
  writeFileSync(at('kept.json'), '{"hash": "')
  expect(read().found).toEqual(found)
})
