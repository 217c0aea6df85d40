import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Private files on disk, named by the hash of what they hold. Never served from a public folder. */
export interface Files {
  put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }>
  get(sha256: string): Promise<Buffer>
  remove(sha256: string): Promise<void>
}

export function openFiles(folder: string): Files {
  const place = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a file name')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const target = place(sha256)
      await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
      const draft = `${target}.${randomUUID()}`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, target)
      return { sha256, bytes: bytes.byteLength }
    },
    get: (sha256) => readFile(place(sha256)),
    remove: (sha256) => rm(place(sha256), { force: true }),
  }
}
