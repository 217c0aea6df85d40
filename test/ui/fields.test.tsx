import { expect, test } from 'vitest'
import { translator } from '#app/i18n/i18n.ts'
import { ErrorSummary } from '#app/ui/ErrorSummary.tsx'
import { Checkbox, CheckRow, Field, FileField, RadioRow, Select, Textarea } from '#app/ui/Field.tsx'
import { elements, render } from '#test/support/render.tsx'

test('a label, a hint and an error are tied to their control', async () => {
  const markup = await render(
    <Field name="email" label="E-mail" hint="Only for this" error="Check the address" defaultValue="a" />,
  )
  expect(elements(markup, 'label')[0]).toMatchObject({ for: 'email' })
  expect(elements(markup, 'input')[0]).toMatchObject({
    id: 'email',
    name: 'email',
    'aria-describedby': 'email-hint email-error',
    'aria-invalid': 'true',
    value: 'a',
  })
  expect(elements(markup, 'p').map(({ id }) => id)).toEqual(['email-hint', 'email-error'])
})

test('a control without notes describes nothing and is not invalid', async () => {
  const markup = await render(<Textarea name="why" label="Why" />)
  expect(elements(markup, 'textarea')[0]).not.toHaveProperty('aria-describedby')
  expect(elements(markup, 'textarea')[0]).not.toHaveProperty('aria-invalid')
})

test('only what may stay empty is marked', async () => {
  expect(await render(<FileField name="cv" label="Résumé" optional />)).toContain('optional')
  expect(await render(<FileField name="cv" label="Résumé" />)).not.toContain('optional')
})

test('a choice keeps what was chosen and names its empty line', async () => {
  const options = [
    { value: 'en', label: 'English' },
    { value: 'ru', label: 'Russian' },
  ]
  const markup = await render(
    <Select name="language" label="Language" empty="Choose" options={options} defaultValue="ru" />,
  )
  expect(elements(markup, 'option')).toMatchObject([
    { value: '' },
    { value: 'en' },
    { value: 'ru', selected: '' },
  ])
})

test('a group is a fieldset with a legend, and an error leads to its first box', async () => {
  const options = [
    { value: 'day', label: 'Day' },
    { value: 'night', label: 'Night' },
  ]
  const markup = await render(
    <RadioRow name="shift" label="Which shift?" options={options} value="night" error="Choose one" />,
  )
  expect(markup).toContain('<legend>Which shift?</legend>')
  expect(elements(markup, 'fieldset')[0]).toMatchObject({ 'aria-describedby': 'shift-error' })
  expect(elements(markup, 'input')).toMatchObject([
    { id: 'shift', type: 'radio', name: 'shift', value: 'day' },
    { id: 'shift-night', type: 'radio', name: 'shift', value: 'night', checked: '' },
  ])
})

test('several boxes of one name each keep their tick', async () => {
  const options = ['en', 'ru', 'sq'].map((value) => ({ value, label: value }))
  const boxes = elements(
    await render(<CheckRow name="languages" label="Languages" options={options} values={['en', 'sq']} />),
    'input',
  )
  expect(boxes.map((box) => 'checked' in box)).toEqual([true, false, true])
})

test('the words of a box are its label, so the whole row is the target', async () => {
  const markup = await render(<Checkbox name="notice" label="I have read the notice" hint="Version 3" />)
  expect(markup).toMatch(/<label class="tick"><input[^>]*type="checkbox"[^>]*>/)
  expect(elements(markup, 'input')[0]).toMatchObject({ 'aria-describedby': 'notice-hint' })
})

test('the summary counts what is wrong and leads to each field; with nothing wrong it is not there', async () => {
  const markup = await render(
    <ErrorSummary errors={{ name: 'Укажите имя', email: 'Проверьте адрес', cv: undefined }} />,
    { locale: 'ru' },
  )
  expect(markup).toContain('Проверьте 2\u00a0поля')
  expect(elements(markup, 'a').map(({ href }) => href)).toEqual(['#name', '#email'])
  expect(await render(<ErrorSummary errors={{}} />)).not.toContain('summary')
})

test('a field that takes no more says so, and where it has room it is silent', async () => {
  const shown = (text: string) =>
    render(<Textarea name="text" label="Ответ" maxLength={20_000} value={text} readOnly />, { locale: 'ru' })
  const said = translator('ru')('ui.full', { limit: '20\u00a0000' })
  expect(await shown('я'.repeat(20_000))).toContain(said)
  expect(await shown('я'.repeat(19_000))).not.toContain(said)
})
