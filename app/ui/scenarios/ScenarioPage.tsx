import { Form, Link } from '@remix-run/react'
import { Suspense, useState } from 'react'
import { type Dimension, isDimension } from '#app/domain/dimensions.ts'
import type { Locale } from '#app/domain/locale.ts'
import { emptyBody } from '#app/domain/scenario/body.ts'
import type { Kind, LevelTexts } from '#app/domain/scenario/common.ts'
import type { PlayedExample } from '#app/domain/scenario/played-examples.ts'
import type { ExampleGrades } from '#app/domain/scenario/samples.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Editor } from '../attempt/Editor.tsx'
import { Button } from '../Button.tsx'
import { Facts } from '../Facts.tsx'
import { Select } from '../Field.tsx'
import { PageHead } from '../StaffPage.tsx'
import { useHydrated } from '../useClock.ts'
import { SampleAnswers } from './SampleAnswers.tsx'

export interface SampleAnswer {
  name: string
  grades: ExampleGrades
  words: string[]
}

interface ScenarioPageProps {
  title: string
  code: string | null
  /** The address where it is changed, if it is the company's own page. */
  change: string | null
  /** Its figures differ by candidate. */
  varies: boolean
  kind: Kind
  draft: boolean
  covers: string[]
  minutes: number
  dimensions: Dimension[]
  lang: Locale
  seed: string
  languages: { code: Locale; name: string }[]
  shown: ShownView
  graders: {
    tests: string
    notes: string[]
    reference: string | null
    mistakes: string[]
    anchors: { dimension: string; levels: LevelTexts }[]
    examples: (SampleAnswer | PlayedExample)[]
  }
}

/** A scenario as its authors and those who choose it read it: first with a candidate's eyes, then with a grader's. */
export function ScenarioPage(view: ScenarioPageProps) {
  const { t, formats } = useI18n()
  const { title, code, kind, draft, covers, minutes, dimensions, lang, seed, languages, shown, graders } =
    view
  return (
    <div className="scenario">
      <PageHead
        title={title}
        crumb={<Link to="/team/scenarios">{t('scenarios.scenario.back')}</Link>}
        acts={
          <Form method="get" className="row">
            {view.change && <Link to={view.change}>{t('scenarios.ownPage.edit')}</Link>}
            <Select
              name="lang"
              label={t('scenarios.scenario.language')}
              defaultValue={lang}
              options={languages.map(({ code: value, name }) => ({ value, label: name }))}
            />
            <input type="hidden" name="draw" value={seed} />
            <Button type="submit">{t('scenarios.scenario.show')}</Button>
          </Form>
        }
      />
      <Facts
        facts={[
          { name: t('scenarios.columns.kind'), value: t(`scenarios.kinds.${kind}`) },
          { name: t('scenarios.columns.minutes'), value: formats.number(minutes) },
          {
            name: t('scenarios.columns.shows'),
            value: formats.list(dimensions.map((one) => t(`domain.dimensions.${one}.name`))),
          },
          ...(covers.length > 0
            ? [{ name: t('scenarios.coverage.rule'), value: [code, ...covers].filter(Boolean).join(' · ') }]
            : []),
          ...(draft ? [{ name: t('scenarios.draft'), value: t('scenarios.draftNote') }] : []),
        ]}
      />
      <section className="first">
        <h2>{t('scenarios.scenario.candidate')}</h2>
        {view.varies && (
          <p className="quiet">
            {t('scenarios.scenario.drawNote', { seed })}{' '}
            <Link to={`?lang=${lang}&draw=${nextDraw(seed)}`} preventScrollReset>
              {t('scenarios.scenario.draw')}
            </Link>
          </p>
        )}
        <Suspense>
          <Tried shown={shown} lang={lang} seed={seed} />
        </Suspense>
      </section>
      <section className="first" lang={lang}>
        <h2>{t('scenarios.scenario.graders')}</h2>
        {graders.tests === '' && <p className="quiet">{t('scenarios.scenario.nothing')}</p>}
        {graders.tests !== '' && <Part title={t('scenarios.scenario.tests')} paragraphs={[graders.tests]} />}
        <Part title={t('scenarios.scenario.notes')} paragraphs={graders.notes} />
        {graders.anchors.length > 0 && <Anchors anchors={graders.anchors} />}
        <Part
          title={t('scenarios.scenario.reference')}
          paragraphs={graders.reference?.split(/\n{2,}/) ?? []}
        />
        <Part title={t('scenarios.scenario.mistakes')} paragraphs={graders.mistakes} />
        <SampleAnswers examples={graders.examples} />
      </section>
    </div>
  )
}

/** The draws are named a, b, c …; any other name is as good. */
const nextDraw = (seed: string) =>
  /^[a-y]$/.test(seed) ? String.fromCharCode(seed.charCodeAt(0) + 1) : seed === 'z' ? 'a' : `${seed}1`

function Part({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) {
  if (paragraphs.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="read">
          {paragraph}
        </p>
      ))}
    </section>
  )
}

function Anchors({ anchors }: { anchors: readonly { dimension: string; levels: LevelTexts }[] }) {
  const { t } = useI18n()
  return (
    <section className="anchors">
      <h3>{t('scenarios.scenario.anchors')}</h3>
      {anchors.map(({ dimension, levels }) => (
        <details key={dimension}>
          <summary>{isDimension(dimension) ? t(`domain.dimensions.${dimension}.name`) : dimension}</summary>
          <dl>
            {([5, 4, 3, 2, 1] as const).map((level) => (
              <div key={level} className="split">
                <dt className="num">{level}</dt>
                <dd>{levels[level]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}

/** The instrument itself, to be tried: what is typed stays on this page. */
function Tried({ shown, lang, seed }: { shown: ShownView; lang: Locale; seed: string }) {
  const [body, setBody] = useState(emptyBody(shown.kind))
  const hydrated = useHydrated()
  const drawn = `lang=${lang}&draw=${encodeURIComponent(seed)}`
  return (
    <div className="tried">
      <Editor
        view={shown}
        body={body}
        edit={setBody}
        locked={!hydrated}
        lang={lang}
        src={`/team/scenarios/${shown.key}/page?${drawn}`}
        tryAt={`/team/scenarios/${shown.key}/desk?${drawn}`}
        onward={null}
      />
    </div>
  )
}
