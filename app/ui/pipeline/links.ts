import { useLocation, useSearchParams } from '@remix-run/react'

type Changes = Record<string, string | undefined>

/** Addresses of the same list with something changed: what is undefined goes, and the list begins at its beginning. */
export function useListLink(): (changes: Changes) => string {
  const { pathname } = useLocation()
  const [search] = useSearchParams()
  return (changes) => {
    const next = new URLSearchParams(search)
    next.delete('after')
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name)
      else next.set(name, value)
    }
    const query = next.toString()
    return query ? `${pathname}?${query}` : pathname
  }
}
