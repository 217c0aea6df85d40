import { type WayOut, wayForward } from '#app/domain/pipeline-ways.ts'
import { useI18n } from '#app/i18n/react.tsx'
import { Button, LinkButton } from '../Button.tsx'
import { useDesk } from './useDesk.ts'
import type { RowView } from './view.ts'
import { wayWords } from './way-words.ts'
import { nextWords, whoWords } from './words.ts'

/** What happens next and by whom, then every move of the table from here, each with what is missing for it. */
export function WaysOut({
  row,
  ways,
  newcomerId,
}: {
  row: RowView
  ways: readonly WayOut[]
  newcomerId: string | null
}) {
  const speech = useI18n()
  const { t } = speech
  const { acts, move } = useDesk()
  const allowed = ways.filter(({ refused }) => !refused)
  const missing = ways.filter(({ refused }) => refused)
  const primary = wayForward(ways)
  const open = primary ? [primary, ...allowed.filter((way) => way !== primary)] : allowed
  return (
    <section className="first ways-out">
      <h2>{t('pipeline.application.nextHead')}</h2>
      {row.next !== 'closed' && (
        <p>
          {nextWords(speech, row)} <span className="label">{whoWords(speech, row)}</span>
        </p>
      )}
      {newcomerId ? (
        <p>
          <LinkButton kind="primary" to={`/team/newcomers/${newcomerId}`}>
            {t('pipeline.application.plan')}
          </LinkButton>
        </p>
      ) : (
        ways.length === 0 && <p className="quiet">{t('pipeline.application.noMoves')}</p>
      )}
      <div className="row">
        {open.map((way) => (
          <Way key={way.to} way={way} />
        ))}
        {row.mayWrite && (
          <Button type="button" kind="plain" onClick={() => acts.run('word', [row.id])}>
            {t('pipeline.acts.word')}
          </Button>
        )}
      </div>
      {missing.length > 0 && (
        <ul className="missing">
          {missing.map(({ to, way, refused }) => (
            <li key={to}>
              <Button type="button" disabled>
                {wayWords(t, { to, way })}
              </Button>
              <span className="label">{refused && t(`pipeline.refusals.${refused}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )

  function Way({ way: { to, way } }: { way: WayOut }) {
    const words = wayWords(t, { to, way })
    const kind = to === primary?.to ? ('primary' as const) : undefined
    if (way === 'decide' || way === 'offer')
      return (
        <LinkButton kind={kind} to={`/team/applications/${row.id}/${way}`}>
          {words}
        </LinkButton>
      )
    if (way === 'invite')
      return (
        <Button type="button" kind={kind} onClick={() => acts.run('invite', [row.id])}>
          {words}
        </Button>
      )
    return (
      <Button type="button" kind={kind} onClick={() => move([row.id])}>
        {words}
      </Button>
    )
  }
}
