import { type FileUpload, MaxFileSizeExceededError, parseFormData } from '@mjackson/form-data-parser'
import { acceptable, unreadableField } from '#app/domain/text.ts'
import { refuse } from './guard.ts'

const kilobyte = 1024
const plainLimit = 512 * kilobyte

/** Reads a body up to a limit, whatever its length header said. */
async function readLimited(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) refuse(413, 'too-big')
  const reader = request.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader.cancel()
      refuse(413, 'too-big')
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** NUL cannot be stored and a lone surrogate would be changed silently: both are refused, naming the field. */
function refuseUnreadable(name: string, value: string): void {
  if (!acceptable(name)) refuse(422, 'unreadable-text:field')
  if (!acceptable(value)) refuse(422, `unreadable-text:${name}`)
}

export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

export interface SentForm {
  /** The last value of each plain field. */
  text(name: string): string
  all(name: string): string[]
  has(name: string): boolean
  /** Every plain field once, for zod; repeated names become arrays only through `all`. */
  fields: Record<string, string>
  upload(name: string): Upload | undefined
  /** A file was chosen there and is over the limit; it has not been kept. */
  tooBig(name: string): boolean
}

function asForm(entries: [string, string][], uploads: Map<string, Upload | 'too-big'>): SentForm {
  return {
    text: (name) => entries.findLast(([key]) => key === name)?.[1] ?? '',
    all: (name) => entries.filter(([key]) => key === name).map(([, value]) => value),
    has: (name) => entries.some(([key]) => key === name),
    fields: Object.fromEntries(entries),
    upload(name) {
      const file = uploads.get(name)
      return file === 'too-big' ? undefined : file
    },
    tooBig: (name) => uploads.get(name) === 'too-big',
  }
}

class BodyTooBig extends Error {}

/** The same request, whose body breaks off at the limit, whatever its length header said. */
function cutOff(request: Request, limit: number): Request {
  if (!request.body) return request
  let size = 0
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.byteLength
      if (size > limit) controller.error(new BodyTooBig())
      else controller.enqueue(chunk)
    },
  })
  const { url, method, headers } = request
  const init = { method, headers, body: request.body.pipeThrough(counted), duplex: 'half' as const }
  return new Request(url, init)
}

/**
 * The one way to read a form. Body limits hold before parsing; a malformed body is 400, never 500. With `oversize: 'name'`
 * a file of up to twice the limit is read and dropped, so that the page can come back with everything that was typed.
 */
export async function readForm(
  request: Request,
  options: { fileLimit?: number; oversize?: 'refuse' | 'name' } = {},
): Promise<SentForm> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const uploads = new Map<string, Upload | 'too-big'>()
  if (type === 'application/x-www-form-urlencoded') {
    const entries = [...new URLSearchParams(await readLimited(request, plainLimit))]
    for (const [name, value] of entries) refuseUnreadable(name, value)
    return asForm(entries, uploads)
  }
  if (type !== 'multipart/form-data') return refuse(415, 'wrong-type')
  const fileLimit = options.fileLimit ?? 0
  const roof = options.oversize === 'name' ? 2 * fileLimit : fileLimit
  if (Number(request.headers.get('content-length') ?? 0) > roof + plainLimit) refuse(413, 'too-big')
  const collect = async (file: FileUpload) => {
    const { fieldName, name, type, size } = file
    // An empty file input is sent as a nameless file of no bytes, which the parser calls so.
    const none = size === 0 && (name === '' || name === 'file-upload')
    if (size > fileLimit) uploads.set(fieldName, 'too-big')
    else if (!none) uploads.set(fieldName, { name, type, bytes: new Uint8Array(await file.arrayBuffer()) })
    return undefined
  }
  let data: FormData
  try {
    const limits = { maxFileSize: Math.max(roof, plainLimit), maxFiles: 5 }
    data = await parseFormData(cutOff(request, roof + plainLimit), limits, collect)
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof BodyTooBig)
      return refuse(413, 'too-big')
    return refuse(400, 'bad-form')
  }
  const entries = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  for (const [name, value] of entries) refuseUnreadable(name, value)
  return asForm(entries, uploads)
}

/** A JSON body of at most `limit` bytes, with sound text throughout. */
export async function readJson(request: Request, limit = 256 * kilobyte): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(415, 'wrong-type')
  const text = await readLimited(request, limit)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse(400, 'bad-json')
  }
  const unreadable = unreadableField(value)
  if (unreadable !== undefined) return refuse(422, `unreadable-text:${unreadable}`)
  return value
}
