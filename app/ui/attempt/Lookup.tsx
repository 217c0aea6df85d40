import { type ReactNode, useRef, useState } from 'react'
import { textLimits } from '#app/domain/characters.ts'
import type { LookupBody } from '#app/domain/scenario/body.ts'
import type { ArticleView } from '#app/domain/scenario/handbook.ts'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { classes } from '../classes.ts'
import { Textarea } from '../Field.tsx'
import { useHydrated } from '../useClock.ts'
import { Brief } from './Brief.tsx'
import { Handbook } from './Handbook.tsx'
import { useFocusAfter } from './useFocusAfter.ts'
import { useSpeak } from './useSpeak.tsx'
import { Work } from './Work.tsx'

interface LookupProps {
  view: CandidateViewOf<'lookup'>
  body: LookupBody
  edit: (body: LookupBody) => void
  locked: boolean
  lang: string
  onward: ReactNode
}

type LookupAnswer = LookupBody['answers'][string]

/** A paragraph as answers cite it: its article and its place in it, whatever the article's number is. */
const citation = ({ id }: ArticleView, place: number) => `${id}.${place + 1}`
const blank: LookupAnswer = { text: '', cite: '' }

/** Questions, each answered in writing with the paragraph that says so; the handbook beside them. */
export function Lookup({ view, body, edit, locked, lang, onward }: LookupProps) {
  const { t } = useI18n()
  const [shown, show] = useState('questions')
  const [current, setCurrent] = useState(view.questions[0]?.id ?? '')
  const [begun] = useState(Object.keys(body.answers).length > 0)
  const [speech, speak] = useSpeak()
  const focusAfter = useFocusAfter()
  const number = view.questions.findIndex(({ id }) => id === current) + 1
  // By keys the way to the handbook leads back through the questions before: who only passes is not there.
  const passes = useRef(false)
  const change = (id: string, part: Partial<LookupAnswer>) => {
    setCurrent(id)
    edit({ answers: { ...body.answers, [id]: { ...blank, ...body.answers[id], ...part } } })
  }
  const right = (
    <>
      <Brief view={view} lang={lang} folded={begun} />
      <ol
        className="lookups"
        onPointerDown={() => {
          passes.current = false
        }}
        onKeyDown={({ key, shiftKey }) => {
          if (key === 'Tab') passes.current = shiftKey
        }}
      >
        {view.questions.map(({ id, who, text }, index) => {
          const answer = body.answers[id] ?? blank
          return (
            <li
              key={id}
              className={classes(id === current && 'current')}
              onFocus={() => passes.current || setCurrent(id)}
            >
              <p className="label">
                <span className="num">{t('attempt.lookup.question', { number: index + 1 })}</span> ·{' '}
                <span lang={lang}>{who}</span>
              </p>
              <p className="question" id={`question-${id}`} lang={lang}>
                {text}
              </p>
              <Textarea
                label={t('attempt.lookup.answer')}
                name={`answer-${id}`}
                rows={2}
                maxLength={textLimits.paragraph}
                lang={lang}
                value={answer.text}
                readOnly={locked}
                onChange={(event) => change(id, { text: event.target.value })}
              />
              <Cite
                id={id}
                articles={view.articles}
                value={answer.cite}
                locked={locked}
                lang={lang}
                choose={(cite) => change(id, { cite })}
              />
            </li>
          )
        })}
      </ol>
      {onward}
      {speech}
    </>
  )
  return (
    <Work
      label={t('attempt.lookup.views')}
      hint={t('attempt.lookup.hint')}
      shown={shown}
      show={show}
      left={[
        {
          id: 'handbook',
          tab: t('attempt.reply.handbook'),
          content: (
            <div className="reading">
              <Handbook
                articles={view.articles}
                lang={lang}
                behind={(article, place) =>
                  locked || number === 0 ? null : (
                    <Button
                      type="button"
                      kind="plain"
                      dense
                      onClick={({ currentTarget }) => {
                        const cited = article.paragraphs[place]?.number ?? ''
                        change(current, { cite: citation(article, place) })
                        speak(t('attempt.lookup.cited', { number: cited, question: number }))
                        show('questions')
                        // Where there is room for one pane only, the handbook has just gone.
                        focusAfter(() =>
                          currentTarget.offsetParent ? null : document.getElementById(`cite-${current}`),
                        )
                      }}
                    >
                      {t('attempt.lookup.cite', { number: article.paragraphs[place]?.number ?? '' })}
                      <span className="vh">{t('attempt.lookup.citeFor', { number })}</span>
                    </Button>
                  )
                }
              />
            </div>
          ),
        },
      ]}
      right={{ id: 'questions', tab: t('attempt.lookup.tab'), content: right }}
    />
  )
}

interface CiteProps {
  id: string
  articles: readonly ArticleView[]
  value: string
  locked: boolean
  lang: string
  choose: (cite: string) => void
}

/** Enough of a paragraph to know it again in a list. */
const opening = (text: string) => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)

function Cite({ id, articles, value, locked, lang, choose }: CiteProps) {
  const { t } = useI18n()
  const hydrated = useHydrated()
  return (
    <div className="field">
      <label className="label" htmlFor={`cite-${id}`}>
        {t('attempt.lookup.where')}
      </label>
      <select
        id={`cite-${id}`}
        name={`cite-${id}`}
        value={hydrated ? value : ''}
        disabled={locked}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('attempt.lookup.notYet')}</option>
        <option value="none">{t('attempt.lookup.none')}</option>
        {(hydrated ? articles : []).map((article) => (
          <optgroup key={article.id} label={`${article.number} ${article.title}`} lang={lang}>
            {article.paragraphs.map(({ number, text }, place) => (
              <option key={number} value={citation(article, place)}>
                {number} {opening(text)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
