/** The `meta` of a page whose loader gives its title. A page that failed or is not there is named by the product alone. */
export const title = ({ data }: { data?: unknown }) => [
  {
    title:
      data && typeof data === 'object' && 'title' in data ? `${String(data.title)} · Firstline` : 'Firstline',
  },
]
