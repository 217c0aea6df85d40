import { randomBytes } from 'node:crypto'

let latest = 0
let count = 0

/**
 * A uuid v7: sorts by the time it was made, so keyset paging and indexes stay local. Those that one process makes in the
 * same millisecond are counted, so that two events of one transaction keep their order.
 */
export function newId(now: number = Date.now()): string {
  count = now === latest ? (count + 1) & 0x0fff : 0
  latest = now
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
