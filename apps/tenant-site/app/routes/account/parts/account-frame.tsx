import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { Button } from '@residency/ui/site'
import type { ReactNode } from 'react'
import { useSite } from '../../site/use-site.ts'
import { useHref } from './use-account.ts'

const pages = [
  ['overview', '/account'],
  ['membership', '/account/membership'],
  ['listening', '/account/listening'],
  ['security', '/account/security'],
  ['privacy', '/account/privacy'],
] as const

/** One's own pages: the way between them, and out. */
export function AccountFrame({ title, current, children }: { title: string; current: (typeof pages)[number][0]; children: ReactNode }) {
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const href = useHref()
  return (
    <Panel site={useSite()} title={title} wide>
      <div className="account-bar">
        <nav aria-label={t('nav.label')}>
          <ul>
            {pages.map(([name, path]) => (
              <li key={name}>
                <a href={href(path)} aria-current={name === current ? 'page' : undefined}>
                  {t(`nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Form method="post" action={href('/sign-out')} reloadDocument>
          <Button weight="plain">{t('nav.signOut')}</Button>
        </Form>
      </div>
      {children}
    </Panel>
  )
}

/** A part of a page with its heading. */
export function AccountSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="account-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="account-section-body">{children}</div>
    </section>
  )
}
