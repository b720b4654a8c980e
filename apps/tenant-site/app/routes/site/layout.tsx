import { Outlet, useLocation } from '@remix-run/react'
import { usePreset } from '@residency/ui/presets'
import { useRoot } from '../../document/use-root.ts'

/** A draft by its link: it is looked at, often in the editor's frame, and nobody answers its consent bar. */
const isDraft = (pathname: string): boolean => /^(?:\/(?:en|es|pt|fr))?\/preview\//.test(pathname)

/** The frame of the fan site, drawn by the tenant's preset. */
export default function SiteLayout() {
  const { Shell } = usePreset()
  const data = useRoot()
  const { pathname } = useLocation()
  if (!data) return <Outlet />
  return (
    <Shell site={isDraft(pathname) ? { ...data.site, consent: null } : data.site}>
      <Outlet />
    </Shell>
  )
}
