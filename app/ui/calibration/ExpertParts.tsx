import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { calibrationRules } from '#app/domain/calibration.ts'
import type { Locale } from '#app/domain/locale.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Select, Textarea } from '../Field.tsx'
import { Lamp } from '../Lamp.tsx'
import { Strip } from '../Strip.tsx'

interface Case {
  key: string
  code: string | null
  title: string
}
interface Anchor {
  key: string
  scenarioKey: string
  source: 'shipped' | 'own'
  experts: number
  state: 'open' | 'apart' | 'rated'
  own: boolean
  n: number
}
const nameOf = ({ code, title }: Case) => (code ? `${code} ${title}` : title)

/** Every sample answer of the language: how many experts have rated it, and what they make of it together. */
export function AnchorTable(props: {
  anchors: readonly Anchor[]
  cases: readonly Case[]
  expert: boolean
  manages: boolean
  language: Locale
}) {
  const { anchors, cases, expert, manages, language } = props
  const { t } = useI18n()
  return (
    <Strip name={t('calibration.experts.answers')} narrow>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('calibration.experts.scenario')}</th>
            <th scope="col" className="n">
              {t('calibration.experts.rated')}
            </th>
            <th scope="col">{t('calibration.experts.answer')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {anchors.map((anchor) => {
            const of = cases.find(({ key }) => key === anchor.scenarioKey)
            const name = `${of ? nameOf(of) : anchor.scenarioKey} · ${anchor.n}`
            return (
              <tr key={anchor.key}>
                <th scope="row">
                  {name}
                  {anchor.source === 'own' && (
                    <span className="label"> · {t('calibration.experts.source.own')}</span>
                  )}
                </th>
                <td className="n">
                  {t('calibration.experts.progress', {
                    done: anchor.experts,
                    total: calibrationRules.experts,
                  })}
                </td>
                <td>
                  {anchor.state === 'apart' ? (
                    <Lamp>{t('calibration.experts.state.apart')}</Lamp>
                  ) : (
                    t(`calibration.experts.state.${anchor.state}`)
                  )}
                </td>
                <td>
                  {expert && anchor.own && <span className="label">{t('calibration.experts.own')}</span>}
                  {expert && !anchor.own && (
                    <Link to={`/team/grading/experts/answer?key=${encodeURIComponent(anchor.key)}`}>
                      {t('calibration.experts.rate')}
                      <span className="vh"> {name}</span>
                    </Link>
                  )}
                  {manages && anchor.source === 'own' && (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="language" value={language} />
                      <input type="hidden" name="key" value={anchor.key} />
                      <Button dense name="does" value="retire">
                        {t('calibration.experts.retire')}
                      </Button>
                    </Form>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Strip>
  )
}

interface Person {
  userId: string
  name: string
  named: boolean
}

/** Who is named; one click names, one click ends. */
export function Experts({ people, language }: { people: readonly Person[]; language: Locale }) {
  const { t } = useI18n()
  return (
    <section className="hang experts">
      <h2>{t('calibration.experts.people')}</h2>
      <ul className="rows">
        {people.map(({ userId, name, named }) => (
          <li key={userId} className="split">
            <span>
              {name} {named && <span className="label">{t('calibration.experts.named')}</span>}
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="language" value={language} />
              <input type="hidden" name="user" value={userId} />
              <Button dense name="does" value={named ? 'end' : 'name'}>
                {t(named ? 'calibration.experts.end' : 'calibration.experts.name')}
                <span className="vh"> · {name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An answer of the installation's own, question by question; its levels come from experts alone. */
export function AddAnchor(props: {
  /** The draw of the case that the answer is written for. */
  draw: string
  cases: readonly (Case & { questions: (string | null)[] })[]
  language: Locale
  result?: { refused: 'anchor-empty' | 'anchor-known'; scenario: string; texts: string[] }
}) {
  const { draw, cases, language, result } = props
  const { t } = useI18n()
  const [chosen, choose] = useState(result?.scenario ?? cases[0]?.key)
  const questions = cases.find(({ key }) => key === chosen)?.questions ?? [null]
  const wrong = (at: number) =>
    result?.scenario === chosen &&
    (result?.refused === 'anchor-known'
      ? at === 0
      : (result?.texts[at] ?? '').trim().length < calibrationRules.shortest)
  return (
    <section className="hang experts">
      <h2>{t('calibration.experts.add')}</h2>
      <p className="column">{t('calibration.experts.addNote')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="draw" value={draw} />
        <Select
          name="scenario"
          label={t('calibration.experts.scenario')}
          options={cases.map((one) => ({ value: one.key, label: nameOf(one) }))}
          value={chosen}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
        <p>
          <Link to={`/team/scenarios/${chosen}?lang=${language}&draw=${draw}`}>
            {t('calibration.experts.addCase')}
          </Link>
        </p>
        {questions.map((question, at) => (
          <Textarea
            key={`${chosen} ${question}`}
            name="text"
            id={`text-${at}`}
            label={question ?? t('calibration.experts.addText')}
            rows={6}
            maxLength={8000}
            lang={language}
            defaultValue={chosen === result?.scenario ? result?.texts[at] : undefined}
            error={wrong(at) ? t(`calibration.refusals.${result?.refused ?? 'anchor-empty'}`) : undefined}
          />
        ))}
        <div>
          <Button name="does" value="add">
            {t('calibration.experts.addDo')}
          </Button>
        </div>
      </Form>
    </section>
  )
}
