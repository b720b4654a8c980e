import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Command, CommandMenu } from './command-menu.tsx'
import { ToastProvider } from './toasts.tsx'

export interface NavGroup {
  label?: string
  items: { href: string; label: string; current: boolean; count?: number }[]
}

export interface AppFrameProps {
  /** The DJ's name in the studio, the platform's on the console. */
  name: string
  homeHref: string
  groups: NavGroup[]
  /** Beyond the pages of `groups`, which are commands by themselves. */
  commands?: Command[]
  navigate?: (href: string) => void
  /** Who is signed in, sign out, language: at the foot of the side. */
  foot?: ReactNode
  /** Something everybody must see first: a collision, a licence about to end. */
  banner?: ReactNode
  /** A page is on its way: a thin line at the top says so. */
  pending?: boolean
  children: ReactNode
}

function Groups({ groups }: { groups: NavGroup[] }) {
  return groups.map((group) => (
    <div key={group.label ?? group.items[0]?.href} className="side-group">
      {group.label ? <p className="side-label">{group.label}</p> : null}
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count ? <span className="side-count">{item.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ))
}

/** The frame of the studio and of the platform: navigation at the side (a sheet on a phone), command menu, messages, one main column. */
export function AppFrame({ name, homeHref, groups, commands = [], navigate, foot, banner, pending = false, children }: AppFrameProps) {
  const { t } = useTranslation('common')
  const menu = useRef<HTMLDetailsElement>(null)
  const pages: Command[] = groups.flatMap((group) =>
    group.items.map((item) => ({ id: item.href.replace(/\W+/g, '-'), label: item.label, group: group.label ?? name, href: item.href })),
  )
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return
    close()
    menu.current.querySelector('summary')?.focus()
  }
  const onClick = (event: { target: EventTarget }) => {
    if (event.target instanceof Element && event.target.closest('a')) close()
  }
  return (
    <ToastProvider>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <div className="frame" data-pending={pending ? '' : undefined}>
        <header className="side">
          <a className="side-name" href={homeHref}>
            {name}
          </a>
          <CommandMenu commands={[...pages, ...commands]} navigate={navigate} />
          <nav className="side-wide" aria-label={t('frame.navigation')}>
            <Groups groups={groups} />
          </nav>
          <details ref={menu} className="side-narrow" onKeyDown={onKeyDown} onClick={onClick}>
            <summary>{t('frame.menu')}</summary>
            <nav aria-label={t('frame.menu')}>
              <Groups groups={groups} />
              {foot ? <div className="side-foot">{foot}</div> : null}
            </nav>
          </details>
          {foot ? <div className="side-foot side-foot-wide">{foot}</div> : null}
        </header>
        <main id="main" tabIndex={-1}>
          {banner}
          {children}
        </main>
      </div>
    </ToastProvider>
  )
}
