import { useFormat, useTranslation } from '@residency/i18n/react'
import { LinkButton } from '@residency/ui/site'
import type { TierView } from '../../../shape/tier.ts'
import { useBenefits } from '../../site/fan-club/benefits.ts'
import { useHref } from './use-account.ts'

interface Props {
  /** Highest first. */
  memberships: { tier: TierView; endsAt: string | null }[]
  hasFanClub: boolean
  zone: string
}

/** What the tier one is in gives, and until when. */
export function MyTier({ memberships, hasFanClub, zone }: Props) {
  const { t } = useTranslation('fanClub')
  const { date, list } = useFormat()
  const benefits = useBenefits()
  const href = useHref()
  const [first, ...others] = memberships
  return (
    <>
      {first ? (
        <div className="tier">
          <h3>{first.tier.name}</h3>
          <p>{first.endsAt ? t('membership.until', { date: date(first.endsAt, { timeZone: zone }) }) : t('membership.open')}</p>
          <ul aria-label={t('benefitsOf', { tier: first.tier.name })}>
            {benefits(first.tier.benefits).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {others.length > 0 ? <p>{t('membership.also', { tiers: list(others.map(({ tier }) => tier.name)) })}</p> : null}
        </div>
      ) : (
        <>
          <p>
            <strong>{t('membership.none')}</strong>
          </p>
          <p>{t('membership.noneText')}</p>
        </>
      )}
      {hasFanClub ? <LinkButton href={href('/fan-club')}>{t('membership.see')}</LinkButton> : null}
    </>
  )
}
