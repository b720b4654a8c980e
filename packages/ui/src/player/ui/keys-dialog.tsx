import { useTranslation } from 'react-i18next'
import { keyList } from '../keys/keys.ts'
import { Icon } from './icons.tsx'
import { Modal } from './modal.tsx'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('player')
  return (
    <Modal label={t('keys.title')} className="pl-keys-dialog" onClose={onClose}>
      <header className="pl-sheet-head">
        <h2>{t('keys.title')}</h2>
        <button type="button" className="pl-key" onClick={onClose} aria-label={t('close')}>
          <Icon name="close" />
        </button>
      </header>
      <dl className="pl-keys">
        {keyList.map(({ name, keys }) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key === 'Space' ? t('keys.space') : key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
