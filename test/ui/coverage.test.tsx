import { expect, test } from 'vitest'
import { Coverage } from '#app/ui/scenarios/Coverage.tsx'
import { render } from '#test/support/render.tsx'

const columns = [
  { key: 'judgement-a', code: null, title: 'What would you do?' },
  { key: 's06-full-queue', code: 'S06', title: 'The full queue' },
  { key: 's06-short-queue', code: 'S06', title: 'The short queue' },
  { key: 's17-why-support', code: 'S17', title: 'Why support?' },
]
const keys = columns.map(({ key }) => key)

test('every scenario is named by its title, and by its code alone only where that says which', async () => {
  const coverage = [{ dimension: 'A6' as const, scenarios: keys }]
  const markup = await render(
    <Coverage columns={columns} coverage={coverage} rules={[{ rule: 'W3', keys }]} />,
  )
  const words = markup
    .replaceAll(/<[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
  for (const { key, title } of columns) {
    expect(words).not.toContain(key)
    expect(words).toContain(title)
  }
  const links = [...markup.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, text]) => text)
  expect(links).toEqual(['What would you do?', 'The full queue', 'The short queue', 'S17'])
})
