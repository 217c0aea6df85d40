import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReadLibrary, readLibrary } from './scenarios.ts'

/** Every file below a folder with its bytes, and the program that reads them: what the result depends on, and nothing else. */
function hashOf(dirs: readonly string[], program: string): string {
  const hash = createHash('sha256').update(readFileSync(program))
  for (const dir of dirs) {
    hash.update(dir)
    if (!existsSync(dir)) continue
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

interface Kept {
  hash: string
  read: ReadLibrary
}

function keptIn(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Not there yet, or broken off while it was written: then it is made anew.
    return null
  }
}

/**
 * The scenarios as they were read before, while neither they nor the program have changed: reading, checking and playing
 * them takes two seconds, which is most of a start. `program` is the file that does it.
 */
export function readLibraryOnce(
  dirs: readonly string[],
  { file, program }: { file: string; program: string },
): ReadLibrary {
  const hash = hashOf(dirs, program)
  const kept = keptIn(file)
  if (kept?.hash === hash) return kept.read
  const read = readLibrary(dirs)
  writeFileSync(`${file}.new`, JSON.stringify({ hash, read } satisfies Kept))
  renameSync(`${file}.new`, file)
  return read
}
