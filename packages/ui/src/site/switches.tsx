import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSiteRuntime } from './runtime.tsx'
import type { SiteView } from './views.ts'

export function LanguageSwitch({ site, className }: { site: SiteView; className?: string }) {
  const { t } = useTranslation('site')
  if (site.locales.length < 2) return null
  return (
    <nav className={className ? `languages ${className}` : 'languages'} aria-label={t('language.label')}>
      <ul>
        {site.locales.map((one) => (
          <li key={one.locale}>
            <a href={one.href} hrefLang={one.locale} lang={one.locale} aria-current={one.current ? 'true' : undefined}>
              {one.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Dark, light or as the device says. A POST where there are no scripts; else it shows at once and is kept behind the scenes. */
export function ModeSwitch({ site, className }: { site: SiteView; className?: string }) {
  const { t } = useTranslation('site')
  const { path } = useSiteRuntime()
  const [mode, setMode] = useState(site.mode)
  useEffect(() => setMode(site.mode), [site.mode])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter
    if (!(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    const body = new URLSearchParams({ mode: button.value, returnTo: path })
    document.documentElement.dataset.mode = button.value
    setMode(button.value as SiteView['mode'])
    // A choice that can't be kept still holds for this page.
    fetch('/preferences/mode', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  }
  const modes = [
    { value: 'light', label: t('mode.light') },
    { value: 'dark', label: t('mode.dark') },
    { value: 'auto', label: t('mode.auto') },
  ]
  return (
    <form className={className ? `modes ${className}` : 'modes'} method="post" action="/preferences/mode" onSubmit={onSubmit}>
      <input type="hidden" name="returnTo" value={path} />
      <fieldset>
        <legend className="visually-hidden">{t('mode.label')}</legend>
        {modes.map((one) => (
          <button key={one.value} type="submit" name="mode" value={one.value} aria-pressed={one.value === mode}>
            {one.label}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
