import type { ServerBuild } from '@remix-run/node'
import { locales } from '@residency/config'
import { pagePath } from '@residency/edge/visitor'

/** Trees of routes that no path of another tree can match. Everything else is one more. */
const trees = [...locales, 'studio'] as const
export type RouteGroup = (typeof trees)[number] | 'site'

const isTree = (part: string): part is (typeof trees)[number] => trees.some((tree) => tree === part)
const firstPart = (path: string): string => path.split('/')[0] ?? ''

/** The group in which a request's path is looked for. */
export function groupOf(pathname: string): RouteGroup {
  const part = firstPart(pagePath(pathname).slice(1))
  return isTree(part) ? part : 'site'
}

/**
 * The build with the routes of one group. The router ranks and compiles every route it is given at every match, several times a page:
 * with the site's pages once a language that was a seventh of the time a page took.
 */
export function buildOf(build: ServerBuild, group: RouteGroup): ServerBuild {
  const top = (id: string): string => {
    const parent = build.routes[id]?.parentId
    return parent === undefined || parent === 'root' ? id : top(parent)
  }
  const isIn = (id: string): boolean => {
    if (id === 'root') return true
    const part = firstPart(build.routes[top(id)]?.path ?? '')
    return (isTree(part) ? part : 'site') === group
  }
  const only = <T>(routes: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(routes).filter(([id]) => isIn(id)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

export const routeGroups: readonly RouteGroup[] = [...trees, 'site']
