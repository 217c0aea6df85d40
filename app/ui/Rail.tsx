import { Form, NavLink } from '@remix-run/react'
import { useI18n } from '#app/i18n/react.tsx'
import { useHouse } from './house.ts'
import { Langs } from './Langs.tsx'
import { Mark } from './Mark.tsx'
import { Theme } from './Theme.tsx'

export interface Noun {
  to: string
  name: string
  count?: number
  /** The count needs the viewer now. */
  lamp?: boolean
  /** Current only at this very address. */
  end?: boolean
}

/** The slim rail of nouns. Lies down on top below 56 rem. */
export function Rail({ nouns, me }: { nouns: readonly Noun[]; me: { name: string; role: string } }) {
  const { t, formats } = useI18n()
  return (
    <nav className="rail" aria-label={t('ui.menu')}>
      <Mark to="/team" />
      <p className="label team">{useHouse()?.organisation.name}</p>
      <ul>
        {nouns.map(({ to, name, count, lamp, end }) => (
          <li key={to}>
            <NavLink to={to} end={end}>
              {name}
              {count !== undefined && count > 0 && (
                <span className={lamp ? 'num lamp' : 'num'}>{formats.number(count)}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className="me">
        <p>{me.name}</p>
        <p className="label">{me.role}</p>
        <Langs />
        <Theme />
        <Form method="post" action="/sign-out">
          <button className="btn plain dense" type="submit">
            {t('ui.signOut')}
          </button>
        </Form>
      </div>
    </nav>
  )
}
