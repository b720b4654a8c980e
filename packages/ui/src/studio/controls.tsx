import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Weight = 'main' | 'plain' | 'quiet' | 'danger'

/** `main`: the one thing a page is for. `plain`: beside it. `quiet`: in rows and toolbars. `danger`: takes something away. */
export function Button({
  weight = 'plain',
  busy = false,
  className,
  children,
  type = 'button',
  ...button
}: ComponentPropsWithoutRef<'button'> & { weight?: Weight; busy?: boolean }) {
  const { t } = useTranslation('common')
  return (
    <button
      type={type}
      {...button}
      className={`button button-${weight} ${className ?? ''}`.trim()}
      aria-busy={busy || undefined}
      disabled={button.disabled || busy}
    >
      {busy ? t('loading') : children}
    </button>
  )
}

/**
 * What Enter in a field presses: the browser takes a form's first button, which in a toolbar may be one that takes something away.
 * Stands first in a form of several buttons; nobody sees or reaches it.
 */
export const DefaultSubmit = ({ name, value }: { name: string; value: string }) => (
  <button type="submit" name={name} value={value} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
)

export function LinkButton({ weight = 'plain', className, children, ...link }: ComponentPropsWithoutRef<'a'> & { weight?: Weight }) {
  return (
    <a {...link} className={`button button-${weight} ${className ?? ''}`.trim()}>
      {children}
    </a>
  )
}

/** What stands above a table or an editor: filters and state at the start, actions at the end. Stays in sight while one scrolls. */
export function Toolbar({
  label,
  children,
  end,
  sticky = false,
}: {
  label: string
  children?: ReactNode
  end?: ReactNode
  sticky?: boolean
}) {
  return (
    <section className="toolbar" aria-label={label} data-sticky={sticky ? '' : undefined}>
      <div className="toolbar-start">{children}</div>
      {end ? <div className="toolbar-end">{end}</div> : null}
    </section>
  )
}

/** Title, one sentence, actions. Every page has one; it holds the page's only h1. */
export function PageHead({
  title,
  intro,
  back,
  actions,
}: {
  title: string
  intro?: ReactNode
  back?: { href: string; label: string }
  actions?: ReactNode
}) {
  return (
    <header className="page-head">
      <div>
        {back ? (
          <p className="page-back">
            <a href={back.href}>
              <span aria-hidden="true">←</span> {back.label}
            </a>
          </p>
        ) : null}
        <h1>{title}</h1>
        {intro ? <p className="page-intro">{intro}</p> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  )
}

/** A part of a page with a heading beside it (wide) or above it (narrow). */
export function Section({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {intro ? <p>{intro}</p> : null}
      </div>
      <div className="section-body">{children}</div>
    </section>
  )
}

export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'good' | 'warn' | 'bad' | 'live'; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}

/** One figure with the question it answers. */
export function Stat({ label, value, note, href }: { label: string; value: ReactNode; note?: ReactNode; href?: string }) {
  return (
    <div className="stat">
      <dt>{href ? <a href={href}>{label}</a> : label}</dt>
      <dd className="stat-value">{value}</dd>
      {note ? <dd className="stat-note">{note}</dd> : null}
    </div>
  )
}
export const Stats = ({ children }: { children: ReactNode }) => <dl className="stats">{children}</dl>

export const Keys = ({ children }: { children: string }) => <kbd className="keys">{children}</kbd>

/** Loading, in the shape of what comes. */
export function Skeleton({ lines = 3, shape = 'text' }: { lines?: number; shape?: 'text' | 'rows' | 'tiles' }) {
  const { t } = useTranslation('common')
  return (
    <div className={`skeleton skeleton-${shape}`} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key) => (
        <span key={key} aria-hidden="true" />
      ))}
    </div>
  )
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <div className="empty-text">{children}</div> : null}
      {action ? <p>{action}</p> : null}
    </div>
  )
}

export type SavingState = 'saved' | 'unsaved' | 'saving' | 'failed'

/** Where what one typed is by now; said aloud when it changes. */
export function SaveState({ state }: { state: SavingState }) {
  const { t } = useTranslation('common')
  const words = { saved: t('saved'), unsaved: t('frame.unsaved'), saving: t('frame.saving'), failed: t('frame.notSaved') }
  return (
    <span className={`save-state save-${state}`} role="status">
      {words[state]}
    </span>
  )
}
