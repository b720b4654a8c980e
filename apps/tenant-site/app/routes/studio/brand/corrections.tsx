import type { Correction } from '@residency/brand'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Notice } from '@residency/ui/studio'

/** Tells the DJ which of their colours were moved so that everybody can read them, and by how much. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  const { t } = useTranslation('studioBrand')
  const format = useFormat()
  if (corrections.length === 0) return <p className="brand-legible">{t('legible')}</p>
  return (
    <Notice tone="plain" title={t('moved')}>
      <ul className="plain-list">
        {corrections.map((correction) => (
          <li key={`${correction.mode}-${correction.role}`} className="correction">
            <span className="swatch" style={{ background: correction.wanted }} aria-hidden="true" />
            <span aria-hidden="true">→</span>
            <span className="swatch" style={{ background: correction.used }} aria-hidden="true" />{' '}
            {t('movedLine', {
              role: correction.role,
              mode: t(`modes.${correction.mode}`),
              wanted: correction.wanted,
              used: correction.used,
              before: format.number(correction.ratioBefore, { maximumFractionDigits: 1 }),
              after: format.number(correction.ratioAfter, { maximumFractionDigits: 1 }),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
