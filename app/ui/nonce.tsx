import { createContext, useContext } from 'react'

/** Set on the server only: a browser hides the nonce of what it has already run. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
