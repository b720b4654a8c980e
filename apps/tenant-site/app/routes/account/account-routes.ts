import type { RouteConfigEntry } from '@remix-run/route-config'

/** Sign-in, sign-up and a person's own pages, once a language. `id` begins each route's id. */
export const accountRoutes = (_id: string): RouteConfigEntry[] => []
