import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'
import { byFit } from '#app/server/fitting-routes.ts'
import type { Browser } from './context.ts'

export type Module = ServerBuild['routes'][string]['module']
interface Line {
  id: string
  parentId: string
  path: string
  file: string
  module: Module
}

const idOf = ({ id, file }: RouteConfigEntry) => id ?? file.replace(/\.\w+$/, '')

const load = (file: string): Promise<Module> => import(/* @vite-ignore */ `/app/${file}`)

async function linesOf(entries: readonly RouteConfigEntry[], parentId = 'root'): Promise<Line[]> {
  const read = entries.map(async (entry) => {
    const { path = '', file, children = [] } = entry
    const id = idOf(entry)
    return [{ id, parentId, path, file, module: await load(file) }, ...(await linesOf(children, id))]
  })
  return (await Promise.all(read)).flat()
}

export interface Sent {
  status: number
  /** Everything that leaves: the headers, then the body. */
  text: string
}

export interface Site {
  /** Every address of the table of contents; a layout has none of its own. */
  patterns: { id: string; pattern: string; isPage: boolean }[]
  get(browser: Browser, address: string, as: 'document' | 'data'): Promise<Sent>
}

/**
 * The whole product as the server has it, without a build and without a socket: every line of the table of contents
 * behind Remix's own handler. `instead` puts another module in the place of a route's, by its id.
 */
export async function openSite(instead: Record<string, (own: Module) => Module> = {}): Promise<Site> {
  const lines = await linesOf(routes as RouteConfigEntry[])
  const root = { id: 'root', path: '', module: await load('root.tsx') }
  const all = [root, ...lines].map((line) => ({
    ...line,
    module: instead[line.id]?.(line.module) ?? line.module,
  }))
  const assets = all.map(({ module, ...line }) => ({
    ...line,
    hasLoader: module.loader !== undefined,
    hasAction: module.action !== undefined,
    hasErrorBoundary: module.ErrorBoundary !== undefined,
    hasClientLoader: false,
    hasClientAction: false,
    module: `/${line.id}.js`,
  }))
  const build: ServerBuild = {
    mode: 'production',
    entry: { module: (await load('entry.server.tsx')) as unknown as ServerBuild['entry']['module'] },
    routes: Object.fromEntries(all.map((line) => [line.id, line])),
    assets: {
      version: 'test',
      url: '/manifest.js',
      entry: { module: '/entry.js', imports: [] },
      routes: Object.fromEntries(assets.map((line) => [line.id, line])),
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
  }
  const handlerFor = byFit(build, (part) => createRequestHandler(part, 'production'))
  return {
    patterns: patternsOf(lines),
    async get(browser, address, as) {
      const [path = '/', search = ''] = address.split(/(?=\?)/)
      const url = as === 'data' ? `${path === '/' ? '/_root' : path}.data${search}` : address
      const request = browser.request(url, { headers: { accept: as === 'data' ? '*/*' : 'text/html' } })
      const context = { ...browser.context, document: as === 'document' }
      const response = await handlerFor(new URL(request.url).pathname)(request, context)
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`)
      return { status: response.status, text: `${headers.join('\n')}\n\n${await response.text()}` }
    },
  }
}

function patternsOf(lines: readonly Line[]): Site['patterns'] {
  return lines
    .filter(({ file }) => !file.endsWith('/layout.tsx'))
    .map(({ id, path, module }) => ({ id, pattern: path, isPage: module.default !== undefined }))
}
