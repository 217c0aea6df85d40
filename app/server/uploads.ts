import { fileTypeFromBuffer } from 'file-type'
import { type ResumeIssue, type ResumeKind, resumeIssue, resumeKind } from '#app/domain/resume.ts'
import type { NewFile } from '#db/files.ts'
import type { Files } from './files.ts'
import type { SentForm, Upload } from './form.ts'

const types: Record<ResumeKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
}

/** Text has no mark of its own: it is what decodes as UTF-8 and holds no control characters. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/\p{Cc}/u.test(text.replace(/\s/g, ''))
  } catch {
    return false
  }
}

/** By what the file is, not by what it says it is. It is looked at, never opened. */
async function kindOf(bytes: Uint8Array): Promise<ResumeKind | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found) return found.ext === 'pdf' || found.ext === 'docx' ? found.ext : undefined
  return isText(bytes) ? 'txt' : undefined
}

/** The last part of the path, on one line, short enough to be shown. */
function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').slice(-120) || 'resume'
}

export type Resume = { upload?: Upload; issue?: ResumeIssue }

/** The résumé of a form: there is none, it can be stored, or what is wrong with it. */
export async function readResume(form: SentForm): Promise<Resume> {
  if (form.tooBig('resume')) return { issue: 'file-too-big' }
  const upload = form.upload('resume')
  if (!upload) return {}
  const issue = resumeIssue({ name: upload.name, size: upload.bytes.byteLength })
  if (issue) return { issue }
  return (await kindOf(upload.bytes)) === resumeKind(upload.name) ? { upload } : { issue: 'file-type' }
}

/** Puts the bytes away. They are served only to staff who may know the name, and only to be saved. */
export async function storeResume(files: Files, upload: Upload): Promise<NewFile> {
  const kind = resumeKind(upload.name) ?? 'txt'
  const { sha256, bytes } = await files.put(upload.bytes)
  return { name: fileName(upload.name), type: types[kind], bytes, sha256 }
}
