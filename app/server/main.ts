import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { openApp } from './app.ts'

// Before React is loaded: without it the slow development build runs.
process.env.NODE_ENV ??= 'production'

const buildFolder = resolve('build')

/** Built assets carry their hash in the name; everything else in public may change under its name. */
function builtAssets() {
  const client = resolve(buildFolder, 'client')
  const router = express.Router()
  router.use(
    '/assets',
    express.static(resolve(client, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  )
  // Most addresses are pages: the disk is asked only about names that are there.
  const names = new Set(readdirSync(client))
  const files = express.static(client, { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' })
  router.use((request, response, next) =>
    names.has(request.path.split('/')[1] ?? '') ? files(request, response, next) : next(),
  )
  return router
}

if (!existsSync(resolve(buildFolder, 'server/index.js'))) {
  console.error('The build is missing: run npm start, which builds first.')
  process.exit(1)
}

await openApp({
  env: process.env,
  argv: process.argv.slice(2),
  mode: 'production',
  program: fileURLToPath(import.meta.url),
  async web() {
    // The path is put together so that the bundler leaves Remix's own build alone.
    const build: ServerBuild = await import(resolve(buildFolder, 'server/index.js'))
    return { build, assets: builtAssets() }
  },
})
