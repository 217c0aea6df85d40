import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { openApp } from './app.ts'

await openApp({
  env: process.env,
  argv: process.argv.slice(2),
  mode: 'development',
  async web() {
    const vite = await createServer({ server: { middlewareMode: true, hmr: false } })
    return {
      build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
      assets: vite.middlewares,
    }
  },
})
