import { quoted, type Session } from './session.ts'

/** What keeps the events append-only: rights that the app does not have, or (weaker) a trigger that an owner could drop. */
export type EventsGuard = 'roles' | 'trigger'

/** The roles have different names on every installation, so rights are issued at each start, not in migrations. */
export async function grantRights(session: Session, appRole: string): Promise<EventsGuard> {
  const [me] = await session.ask<{ role: string }>('select current_user as role')
  await session.ask(`begin`)
  try {
    if (me?.role !== appRole) {
      const app = quoted(appRole)
      await session.ask(`grant usage on schema public to ${app}`)
      await session.ask(`grant select, insert, update, delete on all tables in schema public to ${app}`)
      await session.ask(`grant usage on all sequences in schema public to ${app}`)
      await session.ask(`revoke insert, update, delete on migrations from ${app}`)
      await session.ask(`revoke update, delete on events from ${app}`)
    }
    const [may] = await session.ask<{ change: boolean }>(
      `select has_table_privilege($1, 'events', 'UPDATE, DELETE, TRUNCATE') as change`,
      [appRole],
    )
    await session.ask(`drop trigger if exists events_no_change on events`)
    await session.ask(`drop trigger if exists events_no_truncate on events`)
    if (may?.change) await addTriggers(session)
    await session.ask(`commit`)
    return may?.change ? 'trigger' : 'roles'
  } catch (error) {
    await session.ask(`rollback`)
    throw error
  }
}

async function addTriggers(session: Session) {
  await session.ask(`
    create or replace function refuse_change() returns trigger language plpgsql as
    'begin raise exception ''% is append-only'', tg_table_name using errcode = ''insufficient_privilege''; end'`)
  await session.ask(
    `create trigger events_no_change before update or delete on events for each row execute function refuse_change()`,
  )
  await session.ask(
    `create trigger events_no_truncate before truncate on events for each statement execute function refuse_change()`,
  )
}
