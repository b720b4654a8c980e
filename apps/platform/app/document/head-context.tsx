import { createContext, useContext } from 'react'

/** What only the server knows of the document. */
export interface ServerHead {
  css: string
  nonce: string
}
const Context = createContext<ServerHead>({ css: '', nonce: '' })
export const ServerHeadProvider = Context.Provider
export const useServerHead = (): ServerHead => useContext(Context)
