import { Writable } from 'node:stream'

function withoutNul(piece: Uint8Array): Uint8Array[] {
  const at = piece.indexOf(0)
  if (at < 0) return [piece]
  return [piece.subarray(0, at), ...withoutNul(piece.subarray(at + 1))]
}

/**
 * Takes all that React writes and gives it on as one piece. Piece by piece, of which React makes some of 2 kB, each
 * would go its own way through the packing, flushed by Remix behind every one: a third more bytes, twice the work.
 *
 * React 18 fills its buffers with NUL where a letter of two bytes or more does not fit at their end (mended in React
 * 19 only). A browser shows each as `�`, and a form would send it back to be stored. HTML has no use for NUL.
 */
export function wholePage(done: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Uint8Array[] = []
  return new Writable({
    write(piece: Uint8Array, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(end) {
      done(Buffer.concat(pieces.flatMap(withoutNul)))
      end()
    },
  })
}
