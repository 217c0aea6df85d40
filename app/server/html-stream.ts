import { Transform } from 'node:stream'

/**
 * React 18 fills its buffers with NUL where a letter of two bytes or more does not fit at their end (mended in React
 * 19 only). A browser shows each as `�`, and a form would send it back to be stored. HTML has no use for NUL.
 */
export function htmlStream(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
