import { Fragment } from 'react'

/**
 * A tape of large figures that runs as the page is scrolled: it moves with the reader's hand, never by itself, so it needs no switch to stop it
 * and leaves the music alone. Read once by those who listen; the second copy only fills the width.
 */
export function Tape({ items }: { items: { text: string; href?: string }[] }) {
  if (items.length === 0) return null
  return (
    <div className="tape">
      <div className="tape-run">
        {[0, 1, 2].map((copy) => (
          <p key={copy} aria-hidden={copy > 0 || undefined}>
            {items.map((item) => (
              <Fragment key={item.text}>
                {item.href && copy === 0 ? <a href={item.href}>{item.text}</a> : <span>{item.text}</span>}{' '}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </div>
  )
}
