import postgres from 'postgres'

export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A raw client of one connection. The app's queries go through a Session, which says why. */
export function connect(url: string, onclose: () => void = () => {}): postgres.Sql {
  const parsed = new URL(url)
  // postgres.js cannot read libpq's way of naming a socket folder in a URL, `?host=/folder`.
  const host = parsed.searchParams.get('host')
  parsed.searchParams.delete('host')
  return postgres(parsed.href, {
    ...(host === null ? {} : { host }),
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    fetch_types: false,
    onnotice: () => {},
    onclose,
    connection: { application_name: 'firstline', TimeZone: 'UTC' },
  })
}

export const socketUrl = (socketFolder: string, role: string, database: string) =>
  `postgres://${role}@localhost:5432/${database}?host=${encodeURIComponent(socketFolder)}`

/** For messages: a URL without its password. */
export function withoutPassword(url: string) {
  const parsed = new URL(url)
  parsed.password = ''
  return parsed.href
}
