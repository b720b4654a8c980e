import type { Problem } from '@residency/edge/routes'
import { Notice } from '@residency/ui/site'
import { useEffect, useRef } from 'react'

/**
 * What became of a form, above it. Takes the focus, so that it is read out and in view wherever the page had been scrolled to,
 * and whatever had the focus before is gone.
 */
export function FormNotice({ problem = null, done = null }: { problem?: Problem | null; done?: string | null }) {
  const ref = useRef<HTMLDivElement>(null)
  const shown = problem ?? done
  useEffect(() => {
    if (shown) ref.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={ref} tabIndex={-1} className="account-outcome">
      {problem ? <Notice tone="bad" title={problem.message} /> : <Notice tone="good" title={done ?? undefined} />}
    </div>
  )
}
