import type postgres from 'postgres'
import { expect, test } from 'vitest'
import { openDb } from '#db/client.ts'
import { connect } from '#db/connect.ts'
import { APP } from '#db/embedded.ts'
import { type Migration, migrate, readMigrations } from '#db/migrate.ts'
import { quiet, urlFor } from '#test/support/cluster.ts'
import { testDatabase } from '#test/support/db.ts'

const all = readMigrations()
const run = (ownerUrl: string, migrations: Migration[] = all) =>
  migrate({ ownerUrl, appRole: APP, setting: 'DATABASE_URL', log: quiet, migrations })

async function ask<T>(url: string, query: (sql: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const sql = connect(url)
  try {
    return await query(sql)
  } finally {
    await sql.end()
  }
}

const added = (...statements: string[]): Migration[] => [
  ...all,
  { name: '9999_added', hash: 'one', statements },
]
const tables = (url: string) =>
  ask(url, async (sql) => {
    const rows = await sql<
      { name: string }[]
    >`select tablename as name from pg_tables where schemaname = 'public'`
    return rows.map(({ name }) => name)
  })

test('two starts at once on an empty database apply each migration once', async () => {
  const { ownerUrl } = await testDatabase('bare')
  const both = await Promise.all([run(ownerUrl), run(ownerUrl)])
  expect(both.flatMap(({ applied }) => applied)).toEqual(all.map(({ name }) => name))
  expect(both.map(({ eventsGuard }) => eventsGuard)).toEqual(['roles', 'roles'])
  expect((await run(ownerUrl)).applied).toEqual([])
})

test('a migration that fails leaves nothing of itself and is tried again by the next start', async () => {
  const { ownerUrl } = await testDatabase()
  await expect(run(ownerUrl, added('create table half (id int)', 'select 1 / 0'))).rejects.toThrow(
    'Migration 9999_added failed and was rolled back, nothing is lost: division by zero',
  )
  expect(await tables(ownerUrl)).not.toContain('half')
  expect((await run(ownerUrl, added('create table half (id int)'))).applied).toEqual(['9999_added'])
  expect(await tables(ownerUrl)).toContain('half')
})

test('a start that is killed in the middle of a migration is rolled back whole', async () => {
  const { ownerUrl, adminUrl } = await testDatabase()
  const dying = run(
    ownerUrl,
    added('create table half (id int)', 'select pg_terminate_backend(pg_backend_pid())'),
  )
  await expect(dying).rejects.toThrow()
  expect(await tables(adminUrl)).not.toContain('half')
  expect((await run(ownerUrl, added('create table half (id int)'))).applied).toEqual(['9999_added'])
})

test('a database made by another history of migrations is refused in one line', async () => {
  const { ownerUrl } = await testDatabase()
  const edited = all.map((migration) => ({ ...migration, hash: 'edited' }))
  await expect(run(ownerUrl, edited)).rejects.toThrow(
    /^Migration 0000_\w+ is not the one that made this database: .*\.$/,
  )
})

test('a newer schema does not stop an older program', async () => {
  const { ownerUrl } = await testDatabase()
  await run(ownerUrl, added('create table later (id int)'))
  expect((await run(ownerUrl)).applied).toEqual([])
})

test('with one URL only, a trigger keeps the events, and the weaker guarantee is told', async () => {
  const { ownerUrl } = await testDatabase('bare')
  const database = await openDb({ databaseUrl: ownerUrl, dataFolder: 'unused' })
  expect(database).toMatchObject({ kind: 'external', eventsGuard: 'trigger', asRoot: false })
  expect(await database.check()).toEqual({ database: true, migrations: true })
  await ask(ownerUrl, async (sql) => {
    await sql`insert into events (id, at, actor_kind, subject, subject_id, kind, data)
      values (gen_random_uuid(), now(), 'system', 'vacancy', gen_random_uuid(), 'made', '{}')`
    const refusal = { message: 'events is append-only', code: '42501' }
    await expect(sql`update events set kind = 'other'`).rejects.toMatchObject(refusal)
    await expect(sql`delete from events`).rejects.toMatchObject(refusal)
    await expect(sql`truncate events`).rejects.toMatchObject(refusal)
    expect(await sql`select kind from events`).toEqual([{ kind: 'made' }])
  })
  await database.close()
})

test('with two URLs the app has the rights alone and the trigger goes', async () => {
  const { url, ownerUrl } = await testDatabase('bare')
  await openDb({ databaseUrl: ownerUrl, dataFolder: 'unused' }).then((database) => database.close())
  const database = await openDb({ databaseUrl: url, migrateUrl: ownerUrl, dataFolder: 'unused' })
  expect(database.eventsGuard).toBe('roles')
  await database.close()
  const left = (sql: postgres.Sql) =>
    sql`select tgname from pg_trigger where tgrelid = 'events'::regclass and not tgisinternal`
  expect(await ask(ownerUrl, left)).toEqual([])
})

test('a server that cannot be reached is refused in one line without its password', async () => {
  const { adminUrl } = await testDatabase('bare')
  const refused = (databaseUrl: string) => openDb({ databaseUrl, dataFolder: 'unused' })
  await expect(refused('postgres://app:secret@127.0.0.1:1/firstline')).rejects.toThrow(
    /^The database postgres:\/\/app@127\.0\.0\.1:1\/firstline cannot be reached \(.*ECONNREFUSED.*\)\. Check DATABASE_URL and the server\.$/,
  )
  await expect(refused(urlFor(adminUrl, APP, 'nowhere'))).rejects.toThrow(
    /cannot be reached \(database "nowhere" does not exist\)/,
  )
  await expect(refused('not a url')).rejects.toThrow(
    /^DATABASE_URL is not a Postgres address: it looks like /,
  )
})

test('a database that is unfit for Cyrillic is refused in one line', async () => {
  const { adminUrl } = await testDatabase('bare')
  const create = (name: string, how: string) =>
    ask(adminUrl, (sql) => sql.unsafe(`create database ${name} template template0 ${how}`))
  const suffix = crypto.randomUUID().slice(0, 8)
  const ascii = `ascii_${suffix}`
  await create(ascii, "encoding 'SQL_ASCII' locale_provider libc locale 'C'")
  await expect(run(urlFor(adminUrl, 'firstline_admin', ascii))).rejects.toThrow(
    /^The database "ascii_\w+" is stored as SQL_ASCII: make one with create database .* encoding 'UTF8' .*$/,
  )
  const blind = `blind_${suffix}`
  await create(blind, "encoding 'UTF8' locale_provider libc locale 'C'")
  await expect(run(urlFor(adminUrl, 'firstline_admin', blind))).rejects.toThrow(
    /^The database "blind_\w+" cannot search Cyrillic: .*$/,
  )
  await ask(adminUrl, (sql) => sql`drop database ${sql(ascii)}`)
  await ask(adminUrl, (sql) => sql`drop database ${sql(blind)}`)
})

test('a database whose role may not make extensions is refused with the command to run', async () => {
  const { adminUrl } = await testDatabase('bare')
  await expect(run(urlFor(adminUrl, APP, new URL(adminUrl).pathname.slice(1)))).rejects.toThrow(
    /^The extension pg_trgm cannot be made \(.*\): as the server's administrator, run create extension pg_trgm in "test_\w+"\.$/,
  )
})
