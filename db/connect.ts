import postgres from 'postgres'

export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * A client for one URL. postgres.js cannot read a socket folder out of a URL, so `?host=/folder` (libpq's own
 * spelling) is taken out here and handed over as an option.
 */
export function connect(url: string, options: { max: number; statementTimeout?: number }): postgres.Sql {
  const parsed = new URL(url)
  const host = parsed.searchParams.get('host')
  parsed.searchParams.delete('host')
  return postgres(parsed.href, {
    ...(host === null ? {} : { host }),
    max: options.max,
    connect_timeout: 10,
    backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
    onnotice: () => {},
    connection: {
      application_name: 'firstline',
      TimeZone: 'UTC',
      ...(options.statementTimeout ? { statement_timeout: options.statementTimeout } : {}),
    },
  })
}

export function socketUrl(socketFolder: string, role: string, database: string) {
  return `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}

/** For messages: a URL without its password. */
export function withoutPassword(url: string) {
  const parsed = new URL(url)
  parsed.password = ''
  return parsed.href
}
