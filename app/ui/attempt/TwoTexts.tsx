import { useI18n } from '#app/i18n/react.tsx'
import { Button } from '../Button.tsx'
import { Lamp } from '../Lamp.tsx'
import { passagesOf, type Writable } from './passages.ts'

interface TwoTextsProps {
  mine: Writable
  theirs: Writable
  choose: (which: 'mine' | 'theirs') => void
  lang: string
}

/** The text of this tab and that of another, side by side: one stays, the other is kept in the history. */
export function TwoTexts({ mine, theirs, choose, lang }: TwoTextsProps) {
  const { t } = useI18n()
  const side = (which: 'mine' | 'theirs', answer: Writable) => {
    const passages = passagesOf(answer, t)
    return (
      <div>
        <h3>{t(`attempt.versions.${which}`)}</h3>
        <div className="version read typed" lang={lang}>
          {passages.map(({ key, label, text }) => (
            <div key={key}>
              {label && <p className="label">{label}</p>}
              <p>{text}</p>
            </div>
          ))}
          {passages.length === 0 && <p className="label">{t('attempt.versions.empty')}</p>}
        </div>
        <Button type="button" onClick={() => choose(which)}>
          {t(`attempt.versions.keep.${which}`)}
        </Button>
      </div>
    )
  }
  return (
    <section className="attempt-notice versions" role="alert">
      <h2>
        <Lamp>{t('attempt.versions.title')}</Lamp>
      </h2>
      <p>{t('attempt.versions.text')}</p>
      <div className="grid2">
        {side('mine', mine)}
        {side('theirs', theirs)}
      </div>
    </section>
  )
}
