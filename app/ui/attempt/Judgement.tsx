import { type ReactNode, useRef } from 'react'
import { textLimits } from '#app/domain/characters.ts'
import type { JudgementBody } from '#app/domain/scenario/body.ts'
import type { CandidateViewOf } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Textarea } from '../Field.tsx'
import { Brief } from './Brief.tsx'

type Item = CandidateViewOf<'judgement'>['items'][number]

interface JudgementProps {
  view: CandidateViewOf<'judgement'>
  body: JudgementBody
  edit: (body: JudgementBody) => void
  locked: boolean
  lang: string
  onward: ReactNode
}

/** Situations, each with what one could do: what works best and least, or how well each works. */
export function Judgement({ view, body, edit, locked, lang, onward }: JudgementProps) {
  const { t } = useI18n()
  const { picks, ratings, reasons } = body
  return (
    <div className="written">
      <Brief view={view} lang={lang} />
      <ol className="judged">
        {view.items.map((item, index) => (
          <li key={item.id}>
            <p className="label num">
              {t('attempt.judgement.number', { number: index + 1, total: view.items.length })}
            </p>
            {item.situation.map((paragraph) => (
              <p key={paragraph} className="read" lang={lang}>
                {paragraph}
              </p>
            ))}
            {item.ask === 'most-least' ? (
              <MostLeast
                item={item}
                pick={picks[item.id] ?? noPick}
                locked={locked}
                lang={lang}
                choose={(pick) => edit({ ...body, picks: { ...picks, [item.id]: pick } })}
              />
            ) : (
              <Rate
                item={item}
                rated={ratings[item.id] ?? {}}
                locked={locked}
                lang={lang}
                choose={(rated) => edit({ ...body, ratings: { ...ratings, [item.id]: rated } })}
              />
            )}
            {item.reason !== null && (
              <Textarea
                label={<span lang={lang}>{item.reason}</span>}
                name={`reason-${item.id}`}
                rows={3}
                maxLength={textLimits.paragraph}
                lang={lang}
                value={reasons[item.id] ?? ''}
                readOnly={locked}
                onChange={(event) =>
                  edit({ ...body, reasons: { ...reasons, [item.id]: event.target.value } })
                }
              />
            )}
          </li>
        ))}
      </ol>
      {onward}
    </div>
  )
}

interface Pick {
  most: string
  least: string
}
const noPick: Pick = { most: '', least: '' }
const ways = ['most', 'least'] as const
const other = { most: 'least', least: 'most' } as const

/** One option cannot be both: chosen twice, the other mark goes to where this one was. */
export function picked(pick: Pick, way: (typeof ways)[number], option: string): Pick {
  const before = pick[way]
  return { ...pick, [way]: option, ...(pick[other[way]] === option && { [other[way]]: before }) }
}

interface MostLeastProps {
  item: Item
  pick: Pick
  locked: boolean
  lang: string
  choose: (pick: Pick) => void
}

function MostLeast({ item, pick, locked, lang, choose }: MostLeastProps) {
  const { t } = useI18n()
  // By arrows a mark goes through every option on its way: the other one gives way to it and comes back behind it.
  const began = useRef<Pick | null>(null)
  const forget = () => {
    began.current = null
  }
  return (
    <table className="judge" onPointerDown={forget}>
      <caption className="label">{t('attempt.judgement.mostLeast')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('attempt.judgement.option')}</span>
          </th>
          {ways.map((way) => (
            <th key={way} scope="col" id={`${way}-${item.id}`}>
              {t(`attempt.judgement.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {item.options.map(({ id, text }) => (
          <tr key={id}>
            <th scope="row" id={`option-${item.id}-${id}`} lang={lang}>
              {text}
            </th>
            {ways.map((way) => (
              <td key={way}>
                <label>
                  <input
                    type="radio"
                    className="radio"
                    name={`${way}-${item.id}`}
                    value={id}
                    checked={pick[way] === id}
                    disabled={locked}
                    aria-labelledby={`${way}-${item.id} option-${item.id}-${id}`}
                    onKeyDown={({ key }) => {
                      if (key.startsWith('Arrow')) began.current ??= pick
                    }}
                    onBlur={({ relatedTarget, target }) => {
                      const inColumn =
                        relatedTarget instanceof HTMLInputElement && relatedTarget.name === target.name
                      if (!inColumn) forget()
                    }}
                    onChange={() => choose(picked(began.current ?? pick, way, id))}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const scale = [1, 2, 3, 4, 5]

interface RateProps {
  item: Item
  rated: Record<string, number>
  locked: boolean
  lang: string
  choose: (rated: Record<string, number>) => void
}

function Rate({ item, rated, locked, lang, choose }: RateProps) {
  const { t } = useI18n()
  return (
    <div className="rates">
      <p className="label">{t('attempt.judgement.rate')}</p>
      {item.options.map(({ id, text }) => (
        <fieldset key={id} className="rate" disabled={locked}>
          <legend lang={lang}>{text}</legend>
          <div>
            {scale.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  className="radio"
                  name={`rate-${item.id}-${id}`}
                  value={value}
                  checked={rated[id] === value}
                  onChange={() => choose({ ...rated, [id]: value })}
                />
                <span className="num">{value}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
