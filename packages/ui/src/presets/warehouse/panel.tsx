import type { ReactNode } from 'react'
import type { SiteView } from '../../site/views.ts'
import { Poster } from './parts.tsx'

export const Panel = ({
  title,
  intro,
  wide = false,
  children,
}: {
  site: SiteView
  title: string
  intro?: string
  wide?: boolean
  children: ReactNode
}) => (
  <div className="panel" data-wide={wide ? '' : undefined}>
    <div className="panel-head">
      <Poster text={title} flat={0.5} tall={0.5} />
      {intro ? <p className="panel-intro">{intro}</p> : null}
    </div>
    <div className="panel-body">{children}</div>
  </div>
)
