import type postgres from 'postgres'

/** What keeps the events append-only: rights that the app does not have, or (weaker) a trigger that an owner could drop. */
export type EventsGuard = 'roles' | 'trigger'

/** The roles have different names on every installation, so rights are issued at each start, not in migrations. */
export async function grantRights(sql: postgres.ReservedSql, appRole: string): Promise<EventsGuard> {
  const [me] = await sql<{ role: string }[]>`select current_user as role`
  await sql`begin`
  try {
    if (me?.role !== appRole) {
      const app = sql(appRole)
      await sql`grant usage on schema public to ${app}`
      await sql`grant select, insert, update, delete on all tables in schema public to ${app}`
      await sql`grant usage on all sequences in schema public to ${app}`
      await sql`revoke insert, update, delete on migrations from ${app}`
      await sql`revoke update, delete on events from ${app}`
    }
    const [may] = await sql<{ change: boolean }[]>`
      select has_table_privilege(${appRole}, 'events', 'UPDATE, DELETE, TRUNCATE') as change`
    await sql`drop trigger if exists events_no_change on events`
    await sql`drop trigger if exists events_no_truncate on events`
    if (may?.change) await addTriggers(sql)
    await sql`commit`
    return may?.change ? 'trigger' : 'roles'
  } catch (error) {
    await sql`rollback`
    throw error
  }
}

async function addTriggers(sql: postgres.ReservedSql) {
  await sql`
    create or replace function refuse_change() returns trigger language plpgsql as
    'begin raise exception ''% is append-only'', tg_table_name using errcode = ''insufficient_privilege''; end'`
  await sql`create trigger events_no_change before update or delete on events for each row execute function refuse_change()`
  await sql`create trigger events_no_truncate before truncate on events for each statement execute function refuse_change()`
}
