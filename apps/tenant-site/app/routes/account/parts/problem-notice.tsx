import type { Problem } from '@residency/edge/routes'
import { Notice } from '@residency/ui/site'
import { useEffect, useRef } from 'react'

/** Why a form came back, above it. Takes the focus, so that it is read out and in view wherever the page had been scrolled to. */
export function ProblemNotice({ problem }: { problem: Problem | null }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) ref.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <div ref={ref} tabIndex={-1} className="account-problem">
      <Notice tone="bad" title={problem.message} />
    </div>
  )
}
