import { Outlet } from '@remix-run/react'
import { usePreset } from '@residency/ui/presets'
import { useRoot } from '../../document/use-root.ts'

/** The frame of the fan site, drawn by the tenant's preset. */
export default function SiteLayout() {
  const { Shell } = usePreset()
  const data = useRoot()
  if (!data) return <Outlet />
  return (
    <Shell site={data.site}>
      <Outlet />
    </Shell>
  )
}
