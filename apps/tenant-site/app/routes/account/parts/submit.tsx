import { useNavigation } from '@remix-run/react'
import { Button } from '@residency/ui/site'
import type { ReactNode } from 'react'

interface Props {
  children: ReactNode
  weight?: 'main' | 'plain' | 'danger'
  intent?: string
  label?: string
}

/** Sends its form, and says so while that takes. `intent` tells the forms of a page apart. */
export function Submit({ children, weight = 'main', intent, label }: Props) {
  const { state, formData } = useNavigation()
  const busy = state === 'submitting' && (intent === undefined || formData?.get('intent') === intent)
  return (
    <Button weight={weight} busy={busy} aria-label={label} {...(intent ? { name: 'intent', value: intent } : {})}>
      {children}
    </Button>
  )
}
