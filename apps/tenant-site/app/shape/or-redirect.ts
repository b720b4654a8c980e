import { redirect } from '@remix-run/node'
import { AppError } from '@residency/domain/errors'
import { findRedirect, type SlugKind } from '@residency/domain/slugs'
import { hrefOf } from './links.ts'
import type { SiteRequest } from './site-request.ts'

const folder: Record<SlugKind, string> = { mix: 'mixes', event: 'events', page: 'pages' }

/** What stands at an address; when nothing does and it once was something's, the way to where that is now. */
export async function orRedirect<T>(site: SiteRequest, kind: SlugKind, slug: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    const present = await findRedirect(site.ctx, { kind, slug })
    if (present === null || present === slug) throw error
    throw redirect(hrefOf(site, `/${folder[kind]}/${present}`), 301)
  }
}
