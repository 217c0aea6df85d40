import type { GateView } from '#app/domain/newcomer-plan.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { GateBar, GateButton } from './Gate.tsx'

/** What is not open yet says so in words, and leads to what opens it. Nothing of it is on the page. */
export function Closed({ text, gate, clauseTitle }: { text: string; gate: GateView; clauseTitle: string }) {
  const { t } = useI18n()
  return (
    <>
      <header>
        <h1>{t('newcomers.closed.title')}</h1>
        <p>{text}</p>
      </header>
      <div className="gate">
        <GateBar gate={gate} />
        <div className="in">
          <GateButton gate={gate} clauseTitle={clauseTitle} />
        </div>
      </div>
    </>
  )
}
