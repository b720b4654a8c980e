import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { buildOf, groupOf } from './route-groups.ts'

describe('the group of a path', () => {
  it.each([
    ['/', 'site'],
    ['/_root.data', 'site'],
    ['/mixes', 'site'],
    ['/essays', 'site'],
    ['/es', 'es'],
    ['/es.data', 'es'],
    ['/es/mixes.data', 'es'],
    ['/studio', 'studio'],
    ['/studio.data', 'studio'],
    ['/studio/brand', 'studio'],
    ['/media/id', 'site'],
  ])('%s is %s', (path, group) => expect(groupOf(path)).toBe(group))
})

it('each group has its own routes, under the root, and no route is lost', () => {
  const route = (id: string, parentId?: string, path?: string) => ({ id, parentId, path })
  const routes = {
    root: route('root'),
    'root.site': route('root.site', 'root'),
    'root.mixes': route('root.mixes', 'root.site', 'mixes'),
    'es.site': route('es.site', 'root', 'es'),
    'es.mixes': route('es.mixes', 'es.site', 'mixes'),
    studio: route('studio', 'root', 'studio'),
    'studio.brand': route('studio.brand', 'studio', 'brand'),
    media: route('media', 'root', 'media/:id'),
  }
  const build = { routes, assets: { routes } } as unknown as ServerBuild
  const ids = (group: Parameters<typeof buildOf>[1]) => Object.keys(buildOf(build, group).routes)
  expect(ids('site')).toEqual(['root', 'root.site', 'root.mixes', 'media'])
  expect(ids('es')).toEqual(['root', 'es.site', 'es.mixes'])
  expect(ids('studio')).toEqual(['root', 'studio', 'studio.brand'])
  expect(ids('fr')).toEqual(['root'])
})
