import { createContext, type ReactNode, useContext } from 'react'

/**
 * What the site's parts need from the application around them. Without it everything works as plain links and forms;
 * with it, filters answer while one types and a choice of mode shows at once.
 */
export interface SiteRuntime {
  /** Goes to an address of this site without loading the document again. */
  navigate: ((href: string, options?: { replace?: boolean; preventScrollReset?: boolean }) => void) | null
  /** A page is on its way. */
  pending: boolean
  /** Path and query of the page shown, for forms that come back to it. */
  path: string
}

const Context = createContext<SiteRuntime>({ navigate: null, pending: false, path: '' })

export const SiteRuntimeProvider = ({ value, children }: { value: SiteRuntime; children: ReactNode }) => (
  <Context.Provider value={value}>{children}</Context.Provider>
)
export const useSiteRuntime = (): SiteRuntime => useContext(Context)
