const boundary = '----bench7d1f0c3a95e84b26'
const line = '\r\n'

interface File {
  field: string
  name: string
  type: string
  bytes: Buffer
}

/** A form as a browser sends it. */
export function multipart(fields: Record<string, string | readonly string[]>, file: File) {
  const part = (head: string) => `--${boundary}${line}Content-Disposition: form-data; ${head}${line}`
  const plain = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => `${part(`name="${name}"`)}${line}${one}${line}`),
  )
  const head = `${part(`name="${file.field}"; filename="${file.name}"`)}Content-Type: ${file.type}${line}${line}`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(plain.join('') + head),
      file.bytes,
      Buffer.from(`${line}--${boundary}--${line}`),
    ]),
  }
}

const text = 'BT /F1 11 Tf 72 720 Td (Answered 60 tickets a day about hosting, domains and payouts.) Tj ET\n'

/** A small PDF with a page of text, another one for each number. */
export function resume(n: number): Buffer {
  const stream = text.repeat(200)
  return Buffer.from(
    `%PDF-1.4\n% ${n}\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj\n4 0 obj << /Length ${stream.length} >> stream\n${stream}endstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
  )
}
