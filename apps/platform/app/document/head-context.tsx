import { createContext, useContext } from 'react'

/** What only the server knows of the document. */
export interface ServerHead {
  css: string
  nonce: string
  requestId: string
  /** Of the answer: what a loader could not have is known after its error was caught. */
  status: number
}
const Context = createContext<ServerHead>({ css: '', nonce: '', requestId: '', status: 200 })
export const ServerHeadProvider = Context.Provider
export const useServerHead = (): ServerHead => useContext(Context)
