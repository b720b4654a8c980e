import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

export interface Frame {
  key: string
  /** What stands on the rail for it: a number, a day. */
  short: string
  /** What the rail says to those who listen. */
  name: string
  body: ReactNode
}

/**
 * Posters side by side, one at a time. The strip snaps by CSS; the rail below it is links to each poster, so it works without scripts
 * and from the keyboard. With scripts the rail knows where one is, and jumping leaves no trace in the history.
 */
export function Reel({ frames, label }: { frames: Frame[]; label: string }) {
  const id = useId()
  const strip = useRef<HTMLUListElement>(null)
  // Nothing is marked until a script can keep the mark true.
  const [current, setCurrent] = useState(-1)

  useEffect(() => {
    const list = strip.current
    if (!list) return
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) setCurrent([...list.children].indexOf(entry.target))
      },
      { root: list, threshold: 0.6 },
    )
    for (const child of list.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [])

  const jump = (event: MouseEvent, index: number) => {
    const [list, target] = [strip.current, strip.current?.children[index]]
    if (!list || !target || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    list.scrollBy({ left: target.getBoundingClientRect().left - list.getBoundingClientRect().left })
  }

  return (
    <div className="reel">
      <ul className="reel-strip" ref={strip}>
        {frames.map((frame, index) => (
          <li key={frame.key} id={`${id}-${index}`}>
            {frame.body}
          </li>
        ))}
      </ul>
      {frames.length > 1 ? (
        <nav className="reel-rail" aria-label={label}>
          <ol>
            {frames.map((frame, index) => (
              <li key={frame.key}>
                <a
                  href={`#${id}-${index}`}
                  aria-label={frame.name}
                  aria-current={index === current ? 'true' : undefined}
                  onClick={(event) => jump(event, index)}
                >
                  {frame.short}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
    </div>
  )
}
