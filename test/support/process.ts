import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type Running = {
  child: ChildProcess
  pid: number
  stdout(): string
  stderr(): string
  /** Resolves with the match as soon as the output holds it; fails when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** A process of our own whose output a test can wait for. */
export function run(
  command: string,
  args: string[],
  options: {
    env?: Record<string, string | undefined>
    cwd?: string
    uid?: number
    gid?: number
    detached?: boolean
  } = {},
): Running {
  const { NODE_OPTIONS: _, NODE_ENV: __, VITEST: ___, ...inherited } = process.env
  const env = { ...inherited, ...options.env } as NodeJS.ProcessEnv
  const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  let ended = false
  child.stdout.on('data', (chunk) => {
    stdout += chunk
    child.emit('said')
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
    child.emit('said')
  })
  const exited = once(child, 'close').then(([code, signal]) => {
    ended = true
    child.emit('said')
    return { code, signal }
  })
  return {
    child,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    exited,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(stdout) ?? pattern.exec(stderr)
        if (match) return match
        if (ended) throw new Error(`ended without saying ${pattern}:\n${stdout}\n${stderr}`)
        await once(child, 'said')
      }
    },
  }
}
