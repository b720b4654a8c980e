import { resolveTokens } from '@residency/brand'
import { type Locale, loadEnv } from '@residency/config'
import { resolveHost, tenantRef } from '@residency/db'
import { localize } from '../context/index.ts'
import { getSiteFrame } from '../site/index.ts'

export interface ShowcaseSite {
  href: string
  name: string
  line: string
  preset: string
  /** The site's own colours, as style properties. */
  colours: Record<string, string>
}

/** The tenants that agreed to be shown (PLATFORM_SHOWCASE), each in its own name and colours. One that can't be read is left out. */
export async function getShowcase(locale: Locale): Promise<ShowcaseSite[]> {
  const { PLATFORM_SHOWCASE, TENANT_PARENT_DOMAIN, PUBLIC_PROTOCOL, PUBLIC_PORT } = loadEnv()
  const slugs = PLATFORM_SHOWCASE.split(',')
    .map((slug) => slug.trim())
    .filter(Boolean)
  const port = PUBLIC_PORT ? `:${PUBLIC_PORT}` : ''
  const sites = await Promise.allSettled(
    slugs.map(async (slug): Promise<ShowcaseSite[]> => {
      const tenant = await resolveHost({ slug })
      if (!tenant) return []
      const { brand } = await getSiteFrame(tenantRef('host', tenant.tenantId), 'en')
      const mode = brand.mode === 'light' ? 'light' : 'dark'
      const { tokens } = resolveTokens(brand, mode)
      return [
        {
          href: `${PUBLIC_PROTOCOL}://${tenant.primaryHost ?? `${tenant.slug}.${TENANT_PARENT_DOMAIN}`}${port}`,
          name: brand.name,
          line: localize(brand.tagline, locale, 'en'),
          preset: brand.preset,
          colours: {
            '--site-ground': tokens['--ground'] ?? '#000',
            '--site-ink': tokens['--ink'] ?? '#fff',
            '--site-accent': tokens['--accent-text'] ?? '#fff',
          },
        },
      ]
    }),
  )
  return sites.flatMap((site) => (site.status === 'fulfilled' ? site.value : []))
}
