/**
 * An iCalendar object as a strict reader takes it: lines end with CRLF and nothing else, folded lines are joined again.
 * `lines` are those of the file itself, as long as they were sent.
 */
export function readCalendar(text: string) {
  if (!text.startsWith('BEGIN:VCALENDAR\r\n') || !/END:VCALENDAR(\r\n)?$/.test(text))
    throw new Error('not a calendar')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line that does not end with CRLF')
  const lines = text.split('\r\n').filter((line) => line !== '')
  const joined = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
  const properties = joined.map((line) => {
    // A colon inside a quoted parameter does not end the name.
    const at = line.search(/:(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const [name = '', ...parameters] = line.slice(0, at).split(';')
    return { name, parameters: parameters.join(';'), value: line.slice(at + 1) }
  })
  const all = (name: string) => properties.filter((one) => one.name === name).map(({ value }) => value)
  return {
    lines,
    all,
    value: (name: string) => all(name)[0],
    parameters: (name: string) => properties.filter((one) => one.name === name).map((one) => one.parameters),
  }
}
