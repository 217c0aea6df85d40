import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadData } from './data/load.ts'
import { isSize, sizes } from './data/shape.ts'
import { fillFolder } from './database.ts'

/** `FIRSTLINE_DATA=/tmp/ten npm run bench:data -- 10k`, then `npm start` with the same folder: the product, that full. */
const [size] = process.argv.slice(2)
const folder = process.env.FIRSTLINE_DATA
if (!isSize(size) || !folder) {
  console.error(`FIRSTLINE_DATA=<a new folder> npm run bench:data -- ${Object.keys(sizes).join(' | ')}`)
  process.exit(1)
}
if (existsSync(folder)) {
  console.error(`${resolve(folder)} is there already: name a new folder.`)
  process.exit(1)
}
await fillFolder(folder, async (urls) => {
  const seconds = await loadData({ ...urls, applications: sizes[size] })
  console.log(`${size} applications in ${seconds.toFixed(1)} s: FIRSTLINE_DATA=${folder} npm start`)
})
