import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

interface Named {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; ties itself to the control. */
  error?: string | null
}

function FieldFrame({
  id,
  label,
  hint,
  error,
  className,
  children,
}: Omit<Named, 'name'> & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={className ? `field ${className}` : 'field'} data-wrong={error ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

const ties = (id: string, hint: ReactNode, error: string | null | undefined) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined,
})

export function TextInput({ label, hint, error, name, className, ...input }: Named & Omit<ComponentPropsWithoutRef<'input'>, 'name'>) {
  const id = `${useId()}-${name}`
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <input type="text" name={name} {...input} {...ties(id, hint, error)} />
    </FieldFrame>
  )
}

export function TextArea({ label, hint, error, name, className, ...input }: Named & Omit<ComponentPropsWithoutRef<'textarea'>, 'name'>) {
  const id = `${useId()}-${name}`
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <textarea name={name} rows={5} {...input} {...ties(id, hint, error)} />
    </FieldFrame>
  )
}

export function SelectInput({
  label,
  hint,
  error,
  name,
  className,
  children,
  ...input
}: Named & Omit<ComponentPropsWithoutRef<'select'>, 'name'>) {
  const id = `${useId()}-${name}`
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <select name={name} {...input} {...ties(id, hint, error)}>
        {children}
      </select>
    </FieldFrame>
  )
}

export function Checkbox({
  label,
  hint,
  error,
  name,
  className,
  ...input
}: Named & Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'type'>) {
  const id = `${useId()}-${name}`
  return (
    <div className={className ? `field field-check ${className}` : 'field field-check'} data-wrong={error ? '' : undefined}>
      <input type="checkbox" name={name} {...input} {...ties(id, hint, error)} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

type Weight = 'main' | 'plain' | 'danger'

export function Button({
  weight = 'main',
  busy = false,
  className,
  children,
  ...button
}: ComponentPropsWithoutRef<'button'> & { weight?: Weight; busy?: boolean }) {
  const { t } = useTranslation('site')
  return (
    <button
      type="submit"
      {...button}
      className={`button button-${weight} ${className ?? ''}`.trim()}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
    >
      {busy ? t('forms.busy') : children}
    </button>
  )
}

export function LinkButton({ weight = 'plain', className, children, ...link }: ComponentPropsWithoutRef<'a'> & { weight?: Weight }) {
  return (
    <a {...link} className={`button button-${weight} ${className ?? ''}`.trim()}>
      {children}
    </a>
  )
}

/** What happened. Errors interrupt a screen reader, the rest wait for a pause. */
export function Notice({ tone, title, children }: { tone: 'good' | 'bad' | 'plain'; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div>{children}</div> : null}
    </div>
  )
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: { href: string; label: string } }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {action ? (
        <p>
          <a className="button" href={action.href}>
            {action.label}
          </a>
        </p>
      ) : null}
    </div>
  )
}
