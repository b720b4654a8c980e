import { useTranslation } from '@residency/i18n/react'
import { TextInput } from '@residency/ui/site'
import { type ReactNode, useEffect, useState } from 'react'

interface Props {
  name: string
  label: string
  /** `new-password` lets a password manager offer one. */
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: string
  required?: boolean
}

/** A password that may be pasted, filled in and looked at. The button that shows it needs scripts, so it appears with them. */
export function PasswordInput({ name, label, autoComplete, hint, error, required = true }: Props) {
  const { t } = useTranslation('account')
  const [ready, setReady] = useState(false)
  const [shown, setShown] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <div className="account-password">
      <TextInput
        name={name}
        label={label}
        hint={hint}
        error={error}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required={required}
        maxLength={1024}
      />
      {ready ? (
        <button
          type="button"
          className="account-show"
          aria-pressed={shown}
          aria-label={`${t('field.showLabel')}: ${label}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('field.hide') : t('field.show')}
        </button>
      ) : null}
    </div>
  )
}
