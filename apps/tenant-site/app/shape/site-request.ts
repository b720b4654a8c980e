import type { Locale } from '@residency/config'
import type { TenantContext } from '@residency/domain/context'
import type { SiteFrame } from '@residency/domain/site'
import type { Scope } from '@residency/edge/scope'
import { pathIn, type Visitor } from '@residency/edge/visitor'

/** What shaping a page needs of a request. */
export interface SiteRequest {
  ctx: TenantContext
  frame: SiteFrame
  visitor: Visitor
  /** Path without language and without `.data`, with a slash in front. */
  path: string
  /** `https://primary.host` of the tenant: what canonical links begin with. */
  origin: string
  /** The answer is for everybody. */
  shared: boolean
  /** The path of a page in a language of the site. */
  pathIn: (locale: Locale, path: string) => string
}

export function siteOf(scope: Scope): SiteRequest {
  const { frame, visitor, language, publicOrigin, shared, tenant } = scope.facts
  return {
    ctx: scope.context,
    frame,
    visitor,
    path: language.path,
    origin: publicOrigin,
    shared,
    pathIn: (locale, path) => pathIn(locale, tenant.locale, path),
  }
}
