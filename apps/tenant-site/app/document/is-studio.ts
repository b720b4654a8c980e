/** The studio has its own look and its own document: a visit from one side to the other loads it anew. */
export const isStudio = (pathname: string): boolean =>
  pathname === '/studio' || pathname.startsWith('/studio/') || pathname === '/studio.data'
