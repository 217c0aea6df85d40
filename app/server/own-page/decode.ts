/** A byte order mark, zeros in every second place, or what the page says of itself; utf-8 where nothing is said and it fits. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 2048)
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length)
  if ((zeros[1] ?? 0) > head.length / 4) return 'utf-16le'
  if ((zeros[0] ?? 0) > head.length / 4) return 'utf-16be'
  const said = Buffer.from(head)
    .toString('latin1')
    .match(/<meta[^>]{1,200}?charset\s*=\s*["']?([\w-]{2,30})/i)?.[1]
    ?.toLowerCase()
  return said && !said.startsWith('utf-16') ? said : 'utf-8'
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** The file as text without what no page needs: control characters and halves of surrogate pairs. */
export function pageText(bytes: Uint8Array): string {
  const text =
    decoded(bytes, encodingOf(bytes), true) ??
    decoded(bytes, 'windows-1252', false) ??
    Buffer.from(bytes).toString('latin1')
  return sound(text)
}

/** Whatever an entity may have smuggled in again is taken out here. */
export const sound = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
