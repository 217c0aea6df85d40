// Runs before anything is installed, on any Node: no dependencies, no syntax newer than Node 14.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
const OLDEST_NODE = [20, 19]
const BUILT_FROM = [
  'app',
  'db',
  'scenarios',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = join(root, 'build', 'built-from')

class Problem extends Error {}

/** Runs a command to its end, showing what it says only if it fails, and ends it when npm, or the shell between, is told to stop. */
function run(command, args, env) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      env: Object.assign({}, process.env, env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    const parent = process.ppid
    const stop = () => child.kill('SIGTERM')
    const orphaned = setInterval(() => process.ppid !== parent && stop(), 200)
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
    child.on('error', (error) => fail(new Problem(`${command} cannot be run: ${error.message}`)))
    child.on('close', (code, signal) => {
      clearInterval(orphaned)
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, stop)
      if (signal || process.ppid !== parent) process.exit(143)
      if (code === 0) return done()
      process.stderr.write(Buffer.concat(said))
      fail(new Problem(`${[command, ...args].join(' ')} ended with code ${code}; what it said stands above.`))
    })
  })
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Problem(
      `Firstline needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install one from https://nodejs.org`,
    )
  }
}

/** npm itself notes what it installed; that is compared with the lock, so that any way of installing counts. */
function isInstalled() {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(note, 'utf8')).packages
  const fits = (path) => {
    const there = present[path]
    if (!there) return Boolean(wanted[path].optional || wanted[path].devOptional)
    return there.version === wanted[path].version && there.integrity === wanted[path].integrity
  }
  const foreign = (path) =>
    !wanted[path] || (present[path].os && !present[path].os.includes(process.platform))
  return Object.keys(wanted).filter(Boolean).every(fits) && !Object.keys(present).some(foreign)
}

async function install() {
  if (isInstalled()) return
  console.log('Installing what Firstline is made of (the first time takes about a minute) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (npm) await run(process.execPath, [npm, ...args])
  else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .reduce((all, name) => all.concat(filesUnder(join(path, name))), [])
}

/** By content, not by time: a checkout of another branch may give files an older time. */
function sources() {
  const hash = createHash('sha256').update(process.version)
  for (const file of BUILT_FROM.reduce((all, name) => all.concat(filesUnder(join(root, name))), [])) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

export async function build() {
  const now = sources()
  if (
    existsSync(STAMP) &&
    existsSync(join(root, 'build', 'server', 'main.js')) &&
    readFileSync(STAMP, 'utf8') === now
  )
    return
  console.log('Building …')
  rmSync(STAMP, { force: true })
  const npm = process.env.npm_execpath
  const args = ['run', '--silent', 'build']
  if (npm) await run(process.execPath, [npm, ...args], { NODE_ENV: 'production' })
  else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { NODE_ENV: 'production' })
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, now)
}

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch (_error) {
    return false
  }
}

/** Debian's packages and programs. The first is Chromium without its windows: the same pages for three fifths of the CPU. */
const debianNames = ['chromium-headless-shell', 'chromium']

/** The Chromium that the journeys drive: CHROMIUM if set, the system's, or the one that Playwright fetched; else null. */
export function chromium() {
  const names = [...debianNames, 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH || '').split(delimiter).filter(Boolean)
  const candidates = names.reduce((all, name) => all.concat(folders.map((folder) => join(folder, name))), [])
  if (process.env.CHROMIUM) candidates.unshift(process.env.CHROMIUM)
  const found = candidates.find(isProgram)
  if (found) return found
  const fetched = createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  return isProgram(fetched) ? fetched : null
}

async function installChromium() {
  if (chromium()) return
  const debian = existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get')
  if (!debian) throw new Problem('The tests need Chromium: npx playwright install chromium')
  if (process.getuid?.() !== 0) {
    throw new Problem(
      'The tests need Chromium: sudo apt-get install --yes chromium (or: npx playwright install chromium)',
    )
  }
  console.log("Installing Debian's chromium for the journeys …")
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '--quiet=2'], quiet)
  for (const name of debianNames) {
    if (chromium()) return
    await run('apt-get', ['install', '--yes', '--quiet=2', '--no-install-recommends', name], quiet).catch(
      (problem) => {
        // Not every Debian has the first.
        if (name === debianNames[debianNames.length - 1]) throw problem
      },
    )
  }
  if (!chromium())
    throw new Problem('apt-get installed chromium, but no such program is in PATH: set CHROMIUM to it.')
}

async function prepare(mode) {
  checkNode()
  await install()
  if (mode === 'test') await installChromium()
  if (mode === 'start') await build()
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  prepare(process.argv[2] || 'start').catch((error) => {
    console.error(error instanceof Problem ? error.message : error)
    process.exit(1)
  })
}
