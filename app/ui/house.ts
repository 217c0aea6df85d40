import { useRouteLoaderData } from '@remix-run/react'

export interface House {
  organisation: { name: string }
  theme?: 'light' | 'dark'
}

/** What the root loader gives to every page's frame. Undefined when the root itself could not be loaded. */
export const useHouse = () => useRouteLoaderData<House>('root')
