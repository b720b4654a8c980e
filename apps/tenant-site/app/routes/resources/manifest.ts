import type { LoaderFunctionArgs } from '@remix-run/node'
import { resolveTokens } from '@residency/brand'
import { localize } from '@residency/domain/context'
import { siteIcons } from '@residency/domain/media'
import { openResource } from '@residency/edge/routes'
import { siteOf } from '../../shape/site-request.ts'

/** Launchers cut a name off at about this many characters. */
const shortName = 12

/** What makes the site installable, under the tenant's own name, colours and icons. */
export const loader = (args: LoaderFunctionArgs) =>
  openResource(args, { access: 'anyone' }, async ({ scope }) => {
    const { ctx, frame } = siteOf(scope)
    const { brand } = frame
    const { tokens } = resolveTokens(brand, brand.mode === 'light' ? 'light' : 'dark')
    const ground = tokens['--ground']
    const icons = Object.entries(siteIcons).flatMap(([name, { size, purpose }]) =>
      purpose === 'apple' ? [] : [{ src: `/icons/${name}`, sizes: `${size}x${size}`, type: 'image/png', purpose }],
    )
    const manifest = {
      id: '/',
      start_url: '/',
      scope: '/',
      name: brand.name,
      short_name: brand.name.length > shortName ? (brand.name.split(/\s+/)[0] ?? brand.name) : brand.name,
      description: localize(brand.tagline, ctx.locale, ctx.tenant.locale),
      lang: ctx.tenant.locale,
      display: 'standalone',
      background_color: ground,
      theme_color: ground,
      icons,
    }
    return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } })
  })
