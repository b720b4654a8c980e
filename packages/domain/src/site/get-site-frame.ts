import { type BrandRecord, brandSchema } from '@residency/brand'
import { isLocale, type Locale, locales } from '@residency/config'
import { readTenant, type TenantRef, type TenantSql } from '@residency/db'
import type { LocalizedText, TenantContext } from '../context/index.ts'
import { notFound } from '../errors/index.ts'
import { type MediaRef, mediaRefColumn } from '../media/index.ts'
import { requirePermission } from '../policy/index.ts'
import { type ConsentChoices, consentChoicesSchema } from '../settings/index.ts'
import { type NextUp, readNextTurn, readNextUp } from './next-up.ts'

export interface LinkRecord {
  id: string
  label: LocalizedText
  url: string
  kind: string
}

/** What surrounds every page of a site. Changes only with the tenant's revision, so the edge keeps it in memory by revision. */
export interface SiteFrame {
  brand: BrandRecord
  logo: MediaRef | null
  cover: MediaRef | null
  icon: MediaRef | null
  /** Pages of the navigation, in their order. */
  navigation: { slug: string; title: LocalizedText }[]
  legal: { slug: string; title: LocalizedText }[]
  hasAbout: boolean
  hasEvents: boolean
  hasFanClub: boolean
  next: NextUp | null
  /** Until then the site stays as it is unless somebody changes it; pages made before are not shown after. */
  turnsAt: Date | null
  links: LinkRecord[]
  locales: Locale[]
  consent: ConsentChoices
}

interface BrandRow {
  record: unknown
  locales: string[] | null
  consent: unknown
  hasEvents: boolean
  hasFanClub: boolean
}
type PageRow = { slug: string; kind: string; title: LocalizedText; inNavigation: boolean }

/** Reads the frame in one transaction. `own` is the tenant's own language, always offered. Throws `not_found` when the tenant has no brand yet. */
export const getSiteFrame = (ref: TenantRef, own: Locale): Promise<SiteFrame> => readTenant(ref, (sql) => readFrame(sql, own, 'published'))

/** The frame as it would be if the brand's draft were published now, for its editor. Throws `forbidden`, `not_found`. */
export async function getDraftFrame(given: TenantContext): Promise<SiteFrame> {
  const ctx = requirePermission(given, 'brand.edit')
  return readTenant(ctx.ref, (sql) => readFrame(sql, ctx.tenant.locale, 'draft'))
}

async function readFrame(sql: TenantSql, own: Locale, which: 'published' | 'draft'): Promise<SiteFrame> {
  const shown = which === 'draft' ? 'coalesce(b.draft, b.published)' : 'b.published'
  const [row] = await sql.query<BrandRow>(
    `frame_${which}`,
    `select ${shown} as record, s.locales, s.consent, exists (select 1 from event e where e.publication = 'published') as "hasEvents", exists (select 1 from tier t where t.archived_at is null) as "hasFanClub" from brand b left join site_setting s on s.tenant_id = b.tenant_id`,
  )
  if (!row) throw notFound()
  const brand = brandSchema.parse(row.record)
  const pages = await sql.query<PageRow>(
    'frame_pages',
    `select slug, kind, published_title as title, in_navigation as "inNavigation" from page where published_at is not null order by position, slug`,
  )
  const links = await sql.query<LinkRecord>(
    'frame_links',
    'select id, label, url, kind from link where not is_hidden order by position, id',
  )
  const pictureIds = [brand.logoId, brand.coverId, brand.iconId].filter((id) => id !== null)
  const media =
    pictureIds.length === 0
      ? []
      : await sql.query<{ media: MediaRef }>(
          'frame_media',
          `select ${mediaRefColumn('a', 'media')} from media_item a where a.id = any ($1::uuid[])`,
          [pictureIds],
        )
  const next = await readNextUp(sql)
  const turnsAt = await readNextTurn(sql)
  const picture = (id: string | null): MediaRef | null => media.find((found) => found.media.id === id)?.media ?? null
  const offered = row.locales ? row.locales.filter(isLocale) : [...locales]
  return {
    brand,
    logo: picture(brand.logoId),
    cover: picture(brand.coverId),
    icon: picture(brand.iconId),
    navigation: pages.filter((page) => page.kind === 'page' && page.inNavigation).map(({ slug, title }) => ({ slug, title })),
    legal: pages.filter((page) => page.kind === 'legal').map(({ slug, title }) => ({ slug, title })),
    hasAbout: pages.some((page) => page.kind === 'about'),
    hasEvents: row.hasEvents,
    hasFanClub: row.hasFanClub,
    next,
    turnsAt,
    links,
    locales: locales.filter((locale) => locale === own || offered.includes(locale)),
    consent: consentChoicesSchema.parse(row.consent ?? {}),
  }
}
