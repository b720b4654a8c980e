import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Mode = 'light' | 'dark' | 'auto'
const isMode = (value: string): value is Mode => value === 'light' || value === 'dark' || value === 'auto'

/** Light, dark or as the device: a POST to /preferences/mode without scripts, at once with them. */
export function AppearanceSwitch({ mode: given, returnTo }: { mode: Mode; returnTo: string }) {
  const { t } = useTranslation('common')
  const [mode, setMode] = useState(given)
  useEffect(() => setMode(given), [given])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter
    if (!(button instanceof HTMLButtonElement) || !isMode(button.value)) return
    event.preventDefault()
    document.documentElement.dataset.mode = button.value
    setMode(button.value)
    const body = new URLSearchParams({ mode: button.value, returnTo })
    // A choice that can't be kept still holds for this page.
    fetch('/preferences/mode', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
  }
  const words = { light: t('frame.light'), dark: t('frame.dark'), auto: t('frame.auto') }
  return (
    <form className="appearance" method="post" action="/preferences/mode" onSubmit={onSubmit}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset>
        <legend className="visually-hidden">{t('frame.appearance')}</legend>
        {(['light', 'dark', 'auto'] as const).map((one) => (
          <button key={one} type="submit" name="mode" value={one} aria-pressed={one === mode}>
            {words[one]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
