/** What was measured names the parts by their ids, so every list of them does. */
export const partName = (parts: readonly { id: string; label: string }[], part: string) => {
  const found = parts.find(({ id }) => id === part)
  return found && `${found.id} · ${found.label}`
}
