import { expect, test } from 'vitest'
import { activeStages } from '#app/domain/pipeline.ts'
import { Button, LinkButton } from '#app/ui/Button.tsx'
import { DayLine } from '#app/ui/DayLine.tsx'
import { Empty } from '#app/ui/Empty.tsx'
import { Facts } from '#app/ui/Facts.tsx'
import { Rubric } from '#app/ui/Rubric.tsx'
import { SilenceLine } from '#app/ui/SilenceLine.tsx'
import { StageBars } from '#app/ui/StageBars.tsx'
import { Toast, Toasts } from '#app/ui/Toast.tsx'
import { elements, render } from '#test/support/render.tsx'

const anchors = { 1: 'Answers in kind', 2: 'Irritated', 3: 'Neutral', 4: 'Slows down', 5: 'Steady' }

test('the anchors read down from 5, then "not shown", and each is the label of its radio', async () => {
  const markup = await render(<Rubric name="A2" family="attitude" title="Calm" anchors={anchors} value={4} />)
  expect(elements(markup, 'input').map(({ type, value }) => [type, value])).toEqual(
    ['5', '4', '3', '2', '1', 'ne'].map((value) => ['radio', value]),
  )
  expect(elements(markup, 'input').filter((input) => 'checked' in input)).toMatchObject([{ value: '4' }])
  expect(markup).toContain('<legend class="vh">Calm</legend>')
  expect(elements(markup, 'fieldset')[0]).toMatchObject({ class: 'rubric attitude' })
})

test('the bars have a twin in words, and a stage that nobody reached has no sentence about it', async () => {
  const bars = activeStages.map((stage, index) => ({
    stage,
    now: index,
    reached: index === 7 ? 0 : 21 - index,
    to: `?stage=${stage}`,
  }))
  const markup = await render(<StageBars bars={bars} />, { locale: 'ru' })
  expect(elements(markup, 'li')).toHaveLength(8)
  expect(markup).toContain('дошли: 21')
  expect(elements(markup, 'small')).toHaveLength(7)
  expect(elements(markup, 'rect')[0]).toMatchObject({ height: '100' })
})

test('silence is drawn against the promise and thickens when that is over', async () => {
  const drawn = async (days: number) =>
    elements(await render(<SilenceLine days={days} />), 'path').map((line) => `${line.class} ${line.d}`)
  expect(await drawn(0)).toEqual(['p M42 1v10'])
  expect(await drawn(7)).toEqual(['p M42 1v10', 'd M0 6H42'])
  expect(await drawn(12)).toEqual(['p M42 1v10', 'd M0 6H42', 'o M42 6H72'])
  const said = elements(await render(<SilenceLine days={12} />, { locale: 'sq' }), 'svg')[0]?.['aria-label']
  expect(said).toBe('12\u00a0ditë pa lajm nga ne. Jemi me vonesë.')
})

test('a shift over midnight is two strokes on the day', async () => {
  const markup = await render(<DayLine shifts={[{ from: '22:00', to: '06:30' }]} />)
  expect(
    elements(markup, 'line')
      .filter((line) => line.class === 's')
      .map(({ x1, x2 }) => [x1, x2]),
  ).toEqual([
    ['91.67%', '100%'],
    ['0%', '27.08%'],
  ])
  expect(elements(markup, 'svg').find((svg) => svg.class === 'day')).toMatchObject({
    role: 'img',
    'aria-label': 'Shift: 22:00–06:30',
  })
})

test('a shift that ends at midnight reaches the end of the line', async () => {
  const markup = await render(
    <DayLine shifts={[{ from: '16:00', to: '00:00' }]} breaks={[{ from: '19:30', to: '20:00' }]} />,
  )
  expect(elements(markup, 'line').filter((line) => line.class === 's')).toMatchObject([
    { x1: '66.67%', x2: '100%' },
  ])
  expect(markup).toContain('>24</text>')
  expect(markup).toContain('>break</text>')
})

test('a toast is spoken and its way back is a plain form', async () => {
  const markup = await render(
    <Toasts>
      <Toast undo={{ to: '/team/moves/1/undo', fields: { move: '1' } }}>Moved to interview</Toast>
    </Toasts>,
  )
  expect(elements(markup, 'div').find(({ role }) => role === 'status')).toMatchObject({ class: 'toasts' })
  expect(elements(markup, 'form')).toMatchObject([{ method: 'post', action: '/team/moves/1/undo' }])
  expect(elements(markup, 'input')).toMatchObject([{ type: 'hidden', name: 'move', value: '1' }])
})

test('a busy button says so and cannot be pressed twice', async () => {
  const markup = await render(
    <Button kind="primary" busy="Sending…">
      Send
    </Button>,
  )
  expect(elements(markup, 'button')[0]).toMatchObject({
    class: 'btn primary',
    'aria-busy': 'true',
    'aria-disabled': 'true',
  })
  expect(markup).toContain('Sending…')
})

test('empty says why and what next; facts are a list of names and values; nothing carries a style attribute', async () => {
  const markup = await render(
    <>
      <Empty act={<LinkButton to="/team/vacancies/new">New vacancy</LinkButton>}>No vacancy yet.</Empty>
      <Facts facts={[{ name: 'Place', value: 'Remote', note: 'Albania' }]} />
    </>,
  )
  expect(markup).toContain('<dt>Place</dt><dd>Remote<small>Albania</small></dd>')
  expect(elements(markup, 'a')).toMatchObject([{ class: 'btn', href: '/team/vacancies/new' }])
  expect(markup).not.toMatch(/<[^>]* style=/)
})
