import { Form, Link } from '@remix-run/react'
import { type FormEvent, useMemo, useState } from 'react'
import { type ComposerIssue, composed, weightsOffered } from '#app/domain/composer-form.ts'
import { compose, type Sections } from '#app/domain/composition.ts'
import type { Dimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Field, Select } from '../Field.tsx'
import { PageHead } from '../StaffPage.tsx'
import { Outcome } from './Outcome.tsx'

interface Offered {
  key: string
  kind: Kind
  code: string | null
  title: string
  minutes: number
  dimensions: Dimension[]
  taken: boolean
  section: Sections[number] & { order: number }
}

interface ComposerProps {
  title: string
  id: string
  team: string
  rev: number | null
  titles: { code: Locale; name: string; value: string }[]
  scenarios: Offered[]
  issues: (ComposerIssue | { code: 'stale' })[]
}

/** Scenarios on the left, what comes of them on the right: at once with JavaScript, after saving without. */
export function Composer({ title, id, team, rev, titles, scenarios, issues }: ComposerProps) {
  const { t } = useI18n()
  const first = useMemo(
    () =>
      scenarios
        .filter(({ taken }) => taken)
        .map(({ section: { order: _, ...section } }) => section)
        .sort((a, b) => a.sitting - b.sitting),
    [scenarios],
  )
  const [sections, setSections] = useState<Sections>(first)
  const work = (event: FormEvent<HTMLFormElement>) => {
    const typed = new FormData(event.currentTarget)
    setSections(composed((name) => String(typed.get(name) ?? ''), scenarios).sections)
  }
  const titleOf = (key: string) => scenarios.find((one) => one.key === key)?.title ?? key
  return (
    <>
      <PageHead title={title} crumb={<Link to="/team/scenarios">{t('scenarios.title')}</Link>} />
      <p className="lede">{t('scenarios.composer.lede')}</p>
      {issues.length > 0 && (
        <ul className="notice" role="alert">
          {issues.map((issue) => (
            <li key={JSON.stringify(issue)}>
              {issue.code === 'minutes'
                ? t('scenarios.issues.minutes', { scenario: titleOf(issue.scenario), minutes: issue.minutes })
                : t(`scenarios.issues.${issue.code}`)}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="composer" onChange={work} noValidate>
        <div>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="team" value={team} />
          <input type="hidden" name="rev" value={rev ?? ''} />
          {titles.map(({ code, name, value }) => (
            <Field
              key={code}
              name={`title.${code}`}
              label={t('scenarios.composer.name', { language: name })}
              defaultValue={value}
              maxLength={120}
              lang={code}
            />
          ))}
          {scenarios.map((scenario) => (
            <Pick key={scenario.key} offered={scenario} />
          ))}
        </div>
        <aside>
          <Outcome composition={compose(sections)} />
          <div className="stack">
            <Button type="submit" kind="primary" name="do" value="save">
              {t('scenarios.composer.save')}
            </Button>
            {rev !== null && (
              <>
                <Button type="submit" kind="plain" name="do" value="archive">
                  {t('scenarios.composer.archive')}
                </Button>
                <p className="label">{t('scenarios.composer.archiveNote')}</p>
              </>
            )}
          </div>
        </aside>
      </Form>
    </>
  )
}

function Pick({ offered }: { offered: Offered }) {
  const { t } = useI18n()
  const { key, code, title, dimensions, taken, section } = offered
  return (
    <fieldset className="pick">
      <label>
        <input type="checkbox" className="check" name={`in.${key}`} defaultChecked={taken} />
        <span>
          <b>{title}</b> <span className="label">{code}</span>
        </span>
      </label>
      <div className="numbers">
        <Field
          name={`sitting.${key}`}
          label={t('scenarios.composer.sitting')}
          inputMode="numeric"
          defaultValue={section.sitting}
        />
        <Field
          name={`order.${key}`}
          label={t('scenarios.composer.order')}
          inputMode="numeric"
          defaultValue={section.order}
        />
        <Field
          name={`minutes.${key}`}
          label={t('scenarios.composer.minutes')}
          inputMode="numeric"
          defaultValue={section.minutes}
        />
        {dimensions.map((dimension) => (
          <Weight
            key={dimension}
            scenario={key}
            title={title}
            dimension={dimension}
            value={section.weights[dimension] ?? 1}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Weight(props: { scenario: string; title: string; dimension: Dimension; value: number }) {
  const { t, formats } = useI18n()
  const name = t(`domain.dimensions.${props.dimension}.name`)
  return (
    <div className="field weight">
      <Select
        name={`weight.${props.scenario}.${props.dimension}`}
        label={name}
        aria-label={t('scenarios.composer.weightOf', { dimension: name, scenario: props.title })}
        defaultValue={props.value}
        options={[...new Set([...weightsOffered, props.value])]
          .sort((a, b) => a - b)
          .map((value) => ({ value: String(value), label: formats.number(value, value % 1 === 0 ? 0 : 1) }))}
      />
    </div>
  )
}
