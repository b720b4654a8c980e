import { createContext, useContext } from 'react'

/** What only the server knows of the document: it is written once and never sent again as data. */
export interface ServerHead {
  /** `@font-face` rules and brand variables. */
  css: string
  nonce: string
}

const Context = createContext<ServerHead>({ css: '', nonce: '' })
export const ServerHeadProvider = Context.Provider
export const useServerHead = (): ServerHead => useContext(Context)
