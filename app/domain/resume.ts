/** Codes of what can be wrong with a résumé; the last one is ours. */
export const resumeIssues = ['file-type', 'file-too-big', 'file-empty', 'file-store'] as const
export type ResumeIssue = (typeof resumeIssues)[number]

/** What a résumé may be. Told by the end of its name in the browser, by its bytes on the server. */
export const resumeKinds = ['pdf', 'docx', 'txt'] as const
export type ResumeKind = (typeof resumeKinds)[number]
export const resumeLimit = 10 * 1024 * 1024

export function resumeKind(fileName: string): ResumeKind | undefined {
  const ending = fileName.toLowerCase().match(/\.([a-z]+)$/)?.[1]
  return resumeKinds.find((kind) => kind === ending)
}

export function resumeIssue(file: { name: string; size: number }): ResumeIssue | undefined {
  if (resumeKind(file.name) === undefined) return 'file-type'
  if (file.size > resumeLimit) return 'file-too-big'
  return file.size === 0 ? 'file-empty' : undefined
}
