import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

/** Tabs that are pages of their own: links, so that they have addresses and history. */
export function TabLinks({ label, tabs }: { label: string; tabs: { href: string; label: string; current: boolean }[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface Tab {
  id: string
  label: string
  content: ReactNode
}

/** Tabs within a page: one in the tab order, arrow keys move between them, Home and End go to the ends. Panels stay mounted so that nothing typed is lost. */
export function Tabs({ label, tabs, start }: { label: string; tabs: Tab[]; start?: string }) {
  const [current, setCurrent] = useState(start ?? tabs[0]?.id)
  const list = useRef<HTMLDivElement>(null)
  const base = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === current)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + tabs.length) % tabs.length
    setCurrent(tabs[next]?.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div className="tab-set">
      <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-controls={`${base}-${tab.id}-panel`}
            aria-selected={tab.id === current}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => setCurrent(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div key={tab.id} role="tabpanel" id={`${base}-${tab.id}-panel`} aria-labelledby={`${base}-${tab.id}`} hidden={tab.id !== current}>
          {tab.content}
        </div>
      ))}
    </div>
  )
}
