import type { RouteConfigEntry } from '@remix-run/route-config'

/** The crew's side, under /studio: in the language of the account, without one in the path. */
export const studioRoutes: RouteConfigEntry[] = []
