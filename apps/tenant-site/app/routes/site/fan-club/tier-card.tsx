import { useFormat, useTranslation } from '@residency/i18n/react'
import type { TierView } from '../../../shape/tier.ts'
import { useBenefits } from './benefits.ts'

/** A tier with its price and what it gives. */
export function TierCard({ tier }: { tier: TierView }) {
  const { t } = useTranslation('fanClub')
  const { money } = useFormat()
  const benefits = useBenefits()
  const { name, description, currency, priceMonthMinor, priceYearMinor } = tier
  const price = (amountMinor: number) => money(amountMinor, currency, { trim: true })
  return (
    <>
      <h2>{name}</h2>
      <p className="tier-price">
        {priceMonthMinor > 0 ? (
          <>
            <strong>{t('perMonth', { price: price(priceMonthMinor) })}</strong>
            {priceYearMinor === null ? null : <span>{t('orYear', { price: price(priceYearMinor) })}</span>}
          </>
        ) : (
          <strong>{t('freeOfCharge')}</strong>
        )}
      </p>
      {description ? <p>{description}</p> : null}
      <ul aria-label={t('benefitsOf', { tier: name })}>
        {benefits(tier.benefits).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
