import type { ReactNode } from 'react'
import { Lockup } from './lockup.tsx'

/** The head of a page that lists: its word, and beside it what counts. */
export const Title = ({ text, children }: { text: string; children?: ReactNode }) => (
  <header className="title">
    <h1>
      <Lockup text={text} wide={7} narrow={4} />
    </h1>
    {children}
  </header>
)
