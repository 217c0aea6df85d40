import { createServer, type RequestListener } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { openDb } from '#db/client.ts'
import { foundOrganisation } from '#db/founding.ts'
import { remindHourly } from '#db/grading.ts'
import { organisation } from '#db/organisation.ts'
import { ownerClaimLink } from '#db/owner.ts'
import { sweepNightly } from '#db/sweep.ts'
import { sampleUsers } from '#db/users.ts'
import { readSecret, readSettings, SettingError } from './env.ts'
import { openFiles } from './files.ts'
import { jobHandlers } from './handlers.ts'
import { readLibraryOnce } from './kept-scenarios.ts'
import { drain, listen, openLifecycle } from './lifecycle.ts'
import { openLimits } from './limits.ts'
import { openLog } from './log.ts'
import { openPostman } from './mail.ts'
import { readReadiness } from './readiness.ts'
import { sampleOrganisation, sampleTeam } from './sample-team.ts'
import { libraryOf, loadLibrary } from './scenarios.ts'
import { hashToken, linkToken } from './tokens.ts'
import { openWeb } from './web.ts'
import { startWorker } from './worker.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

export interface AppStart {
  env: NodeJS.ProcessEnv
  argv: readonly string[]
  mode: 'production' | 'development'
  /** The one file that the whole server is built into; none while it is worked on. */
  program?: string
  web(): Promise<{ build: ServerBuild | (() => Promise<ServerBuild>); assets: RequestHandler }>
}

/** The whole process: database, first data, worker, web; each registered to be stopped in the reverse order. */
export async function openApp({ env, argv, mode, program, web }: AppStart): Promise<void> {
  const log = openLog(env.LOG_LEVEL)
  const lifecycle = openLifecycle(log)
  await lifecycle.start(async () => {
    const settings = readSettings(env, argv)
    const now = () => new Date()
    const { dataFolder, databaseUrl, migrateUrl } = settings
    const database = await openDb({ dataFolder, databaseUrl, migrateUrl, log, signal: lifecycle.signal })
    lifecycle.onStop({ name: 'database', stop: database.close, abandon: database.abandon })
    const { db } = database
    const secret = readSecret(env, dataFolder)
    const { scenariosFolders } = settings
    const library = program
      ? libraryOf(
          readLibraryOnce(scenariosFolders, { file: `${dataFolder}/scenarios.json`, program }),
          scenariosFolders,
        )
      : loadLibrary(scenariosFolders)
    for (const { file, line, problem } of library.found)
      log.warn({ file, line, problem }, 'left out of the scenarios')

    const files = openFiles(`${dataFolder}/files`)
    const { empty, mailFrom } = settings
    const own = { name: 'Firstline', website: settings.appUrl, contactEmail: 'jobs@example.com' }
    await foundOrganisation(
      db,
      { ...(empty ? own : sampleOrganisation), sample: !empty, now: now() },
      empty
        ? undefined
        : sampleTeam({ library, files, secret, appUrl: settings.appUrl, mailFrom, now: now() }),
    )
    const company = await organisation(db)
    if (!loopback.has(settings.host) && (company.claimedAt === null || !settings.appUrlGiven))
      throw new SettingError(
        '--host needs a claimed owner and APP_URL: start on this machine first, claim the owner with the link that is printed, then set APP_URL.',
      )

    const postman = openPostman(settings.smtpUrl)
    let handle: RequestListener = (_request, response) =>
      response.writeHead(503, { 'Retry-After': '1' }).end()
    const server = createServer((request, response) => handle(request, response))
    const port = await listen(server, settings)
    server.headersTimeout = 15_000
    server.requestTimeout = 60_000
    const appUrl = settings.appUrlGiven ? settings.appUrl : `http://localhost:${port}`
    await remindHourly(db, now())
    await sweepNightly(db, now())
    const worker = startWorker({
      db,
      log,
      now,
      handlers: jobHandlers({ db, now, files, secret, appUrl, postman, mailFrom }),
    })
    lifecycle.onStop({ name: 'worker', stop: worker.stop })

    const hosts = new Set([
      new URL(appUrl).host,
      ...(loopback.has(settings.host)
        ? [...loopback].map((host) => `${host === '::1' ? '[::1]' : host}:${port}`)
        : []),
    ])
    const { build, assets } = await web()
    handle = openWeb({
      mode,
      build,
      assets,
      shared: {
        db,
        log,
        now,
        files,
        limits: openLimits(db),
        library,
        appUrl,
        secret,
        allowedHosts: () => hosts,
        loopback: loopback.has(settings.host),
        readiness: () => readReadiness({ database, dataFolder, now: now(), stopping: lifecycle.stopping }),
      },
    })
    lifecycle.onStop({ name: 'web', stop: () => drain(server) })

    const claim =
      company.claimedAt === null
        ? await ownerClaimLink(db, { hashOf: (id) => hashToken(linkToken(secret, id)), now: now() })
        : undefined
    const people = company.sample && company.claimedAt === null ? await sampleUsers(db) : []
    const lines = [
      `Firstline is at ${appUrl}`,
      ...(database.asRoot
        ? ['Started as root: fine for a trial; run it as a user of its own for real work.']
        : []),
      ...(people.length > 0
        ? [
            `Enter as anybody of the sample team at ${appUrl}/sign-in:`,
            ...people.map(({ name, roles }) => `  ${name} (${roles.join(', ')})`),
          ]
        : []),
      ...(claim ? [`Make it yours: ${appUrl}/claim/${linkToken(secret, claim)}`] : []),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  })
}
