import type { SerializeFrom } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import type { rootData } from './root-data.server.ts'

export type RootData = SerializeFrom<typeof rootData>

/** In a browser, what this tab's pages last had: set by an effect, so never on the server, where visitors share the module. */
let last: RootData | undefined
export const lastRoot = (): RootData | undefined => last

/**
 * The root's data; undefined where even that could not be had. A navigation that is refused as a whole (packages/edge, data-answer.ts)
 * loses it: the error page is then drawn in the frame that the page before it had.
 */
export function useRoot(): RootData | undefined {
  const data = useRouteLoaderData<typeof rootData>('root')
  useEffect(() => {
    if (data) last = data
  }, [data])
  return data ?? last
}
