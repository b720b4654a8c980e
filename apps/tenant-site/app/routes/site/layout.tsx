import { Outlet, useLocation } from '@remix-run/react'
import { usePreset } from '@residency/ui/presets'
import { isEmbed } from '../../document/is-embed.ts'
import { useRoot } from '../../document/use-root.ts'

/** The frame of the fan site, drawn by the tenant's preset. */
export default function SiteLayout() {
  const { Shell } = usePreset()
  const data = useRoot()
  const { pathname } = useLocation()
  if (!data || isEmbed(pathname)) return <Outlet />
  return (
    <Shell site={data.site}>
      <Outlet />
    </Shell>
  )
}
