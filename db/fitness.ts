import { withoutPassword } from './connect.ts'
import { CannotStart, reason } from './refusal.ts'
import { Session } from './session.ts'

/** @param setting the name of the variable that the URL came from */
export function openSession(url: string, setting: string): Session {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new CannotStart(
      `${setting} is not a Postgres address: it looks like postgres://user:password@host:5432/database`,
    )
  }
  return new Session(url)
}

/** The first query on a server: an unreachable one is refused in one line that shows no password. */
export async function whoAmI(session: Session, url: string, setting: string): Promise<string> {
  try {
    const [row] = await session.ask<{ role: string }>('select current_user as role')
    return row?.role ?? ''
  } catch (error) {
    throw new CannotStart(
      `The database ${withoutPassword(url)} cannot be reached (${reason(error)}). Check ${setting} and the server.`,
    )
  }
}

/** Makes the extension and refuses, in one line, a server on which names in Cyrillic could not be searched. */
export async function makeFit(session: Session) {
  const [server] = await session.ask<{ version: number; encoding: string; name: string }>(
    `select current_setting('server_version_num')::int / 10000 as version,
            current_setting('server_encoding') as encoding, current_database() as name`,
  )
  if (!server || server.version < 15) {
    throw new CannotStart(
      `Firstline needs Postgres 15 or newer; this server is ${server?.version}. Upgrade it, or unset DATABASE_URL.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new CannotStart(
      `The database "${server.name}" is stored as ${server.encoding}: make one with create database … encoding 'UTF8' template template0.`,
    )
  }
  const found = await session.ask(`select 1 from pg_extension where extname = 'pg_trgm'`)
  if (found.length === 0)
    try {
      await session.ask('create extension if not exists pg_trgm')
    } catch (error) {
      throw new CannotStart(
        `The extension pg_trgm cannot be made (${reason(error)}): as the server's administrator, run create extension pg_trgm in "${server.name}".`,
      )
    }
  const [trigrams] = await session.ask<{ n: number }>(`select cardinality(show_trgm('Иван')) as n`)
  if (!trigrams?.n) {
    throw new CannotStart(
      `The database "${server.name}" cannot search Cyrillic: make one with create database … locale 'C.UTF-8' template template0.`,
    )
  }
}
