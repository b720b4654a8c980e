import { useTranslation } from 'react-i18next'

/** What one puts into one's own page to show this mix there. Without scripts it is a text one can mark and copy. */
export function EmbedCode({ id, code }: { id: string; code: string }) {
  const { t } = useTranslation('site')
  return (
    <details className="wave-embed">
      <summary>{t('play.embed')}</summary>
      <label className="visually-hidden" htmlFor={id}>
        {t('play.embedCode')}
      </label>
      <textarea id={id} readOnly rows={4} spellCheck={false} value={code} />
      <button type="button" className="wave-do wave-copy" data-copy={id} data-copied={t('play.embedCopied')} aria-live="polite">
        {t('play.embedCopy')}
      </button>
    </details>
  )
}
