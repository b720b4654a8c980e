import { Outlet, useLocation } from '@remix-run/react'
import { usePreset } from '@residency/ui/presets'
import { useRoot } from '../../document/use-root.ts'

const embedded = /^(?:\/(?:en|es|pt|fr))?\/embed\//

/** The frame of the fan site, drawn by the tenant's preset. */
export default function SiteLayout() {
  const { Shell } = usePreset()
  const data = useRoot()
  const { pathname } = useLocation()
  if (!data || embedded.test(pathname)) return <Outlet />
  return (
    <Shell site={data.site}>
      <Outlet />
    </Shell>
  )
}
