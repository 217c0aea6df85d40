import { freshMarks, type PageMarks, type SavedPage } from '#app/domain/own-page.ts'
import { readPage } from '#app/server/own-page/read.ts'

/** A shop's page, saved: six parts, and some of what should not be on it. */
export const shopPage = `<!doctype html><html lang="en"><head><title>Brisa</title><script>alert(1)</script></head><body>
<h1>Revolutionary airflow platform {{ price }}</h1><p>The quietest fan, from 129.</p><img src="fan.jpg" alt="A fan">
<ul><li>38 dB</li><li>Brisa S, 139</li></ul><button>Order</button></body></html>`

export function shop(html = shopPage): SavedPage {
  const read = readPage({ name: 'brisa.html', bytes: Buffer.from(html) })
  if ('issue' in read) throw new Error(read.issue)
  return read.page
}

const defect = (id: string, weight: number, parts: string[]) => ({
  id,
  weight,
  parts,
  wrong: `${id} is wrong`,
  costs: `${id} costs`,
  good: `${id} found well`,
  partly: `${id} found in part`,
})

/** Everything that a page needs before candidates may be given it. */
export const shopMarks: PageMarks = {
  ...freshMarks('en'),
  minutes: 20,
  texts: {
    ...freshMarks('en').texts,
    en: { title: 'The fan page', question: 'What loses buyers here?', brief: 'A fan.\n\nIts {{page}}.' },
  },
  measured: 'Links: 9 checked, one is dead\nPhone: 8 s on 4G',
  defects: [defect('D01', 3, ['p01']), defect('D02', 2, ['p02', 'p05']), defect('D03', 1, ['p06'])],
  decoys: [{ id: 'X01', part: 'p04', looks: 'loud', right: 'it is quiet', claim: 'too loud' }],
}
