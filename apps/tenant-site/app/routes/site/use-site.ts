import type { SiteView } from '@residency/ui/views'
import { useRoot } from '../../document/use-root.ts'

/** The frame's data, which every page under the site's layout has. */
export function useSite(): SiteView {
  const data = useRoot()
  if (!data) throw new Error('This page stands outside the site')
  return data.site
}
