/** The first issue code of each field, by its path: what a form shows beside its fields. */
export function fieldIssues(error: {
  issues: readonly { path: readonly PropertyKey[]; message: string }[]
}): Record<string, string> {
  const issues: Record<string, string> = {}
  for (const { path, message } of error.issues) issues[path.map(String).join('.')] ??= message
  return issues
}
