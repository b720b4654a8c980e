import type { SerializeFrom } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import type { rootData } from './root-data.server.ts'

export type RootData = SerializeFrom<typeof rootData>

/** The root's data; undefined where even that could not be had. */
export const useRoot = (): RootData | undefined => useRouteLoaderData<typeof rootData>('root')
