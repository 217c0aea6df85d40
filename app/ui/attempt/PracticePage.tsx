import { useState } from 'react'
import type { Locale } from '#app/domain/locale.ts'
import type { AnswerBody } from '#app/domain/scenario/body.ts'
import type { Kind } from '#app/domain/scenario/common.ts'
import type { ShownView } from '#app/domain/scenario/views.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { LinkButton } from '../Button.tsx'
import { useHydrated } from '../useClock.ts'
import { AttemptPage } from './AttemptPage.tsx'
import { Editor } from './Editor.tsx'

interface PracticePageProps {
  vacancyTitle: string
  jobLocale: Locale
  view: ShownView
  blank: AnswerBody[Kind]
  next: { key: string; title: string } | null
}

/** The same instruments on a small thing, without a clock. What is typed stays in this page and ends with it. */
export function PracticePage({ vacancyTitle, jobLocale, view, blank, next }: PracticePageProps) {
  const { t } = useI18n()
  const [body, setBody] = useState(blank)
  const hydrated = useHydrated()
  const touched = body !== blank
  return (
    <AttemptPage
      about={vacancyTitle}
      parts={[]}
      answers={[]}
      kind={view.kind}
      state={<span className="label">{t('attempt.practice.free')}</span>}
    >
      <Editor
        view={view}
        body={body}
        edit={setBody}
        locked={!hydrated}
        lang={jobLocale}
        src={`/a/assignment/practice/${view.key}/page`}
        onward={
          <nav className="onward" aria-label={t('attempt.part.nav')}>
            <p className={touched ? undefined : 'label'} role="status">
              {t(touched ? `attempt.practice.works.${view.kind}` : 'attempt.practice.try')}
            </p>
            <div className="row">
              <LinkButton to="/a/assignment" kind="plain">
                {t('attempt.practice.back')}
              </LinkButton>
              {next && (
                <LinkButton to={`/a/assignment/practice/${next.key}`}>
                  {t('attempt.practice.next', { title: next.title })}
                </LinkButton>
              )}
            </div>
          </nav>
        }
      />
    </AttemptPage>
  )
}
