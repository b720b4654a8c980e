import type { SerializeFrom } from '@remix-run/node'
import type { requireTakedown } from '@residency/domain/rights'
import { useFormat, useTranslation } from '@residency/i18n/react'
import type { ReactNode } from 'react'

/** Everything said about a claim, in the order it was said. */
export function ClaimFacts({ claim, when }: { claim: SerializeFrom<typeof requireTakedown>; when: (at: string | Date) => string }) {
  const { t } = useTranslation('studioRights')
  const format = useFormat()
  const facts: [string, ReactNode][] = [
    [t('kind'), t(`kinds.${claim.kind === 'copyright' ? 'copyright' : 'other'}`)],
    [
      t('claimant'),
      <>
        {claim.claimantName}, <a href={`mailto:${claim.claimantEmail}`}>{claim.claimantEmail}</a>
      </>,
    ],
    [t('reported'), when(claim.reportedAt)],
    [t('work'), claim.work],
    ...(claim.atMs === null ? [] : ([[t('part'), format.clock(claim.atMs)]] as [string, ReactNode][])),
    [t('statement'), claim.statement],
    ...(claim.decidedAt
      ? ([[t('decided', { name: claim.decidedByName ?? '?', at: when(claim.decidedAt) }), claim.decision]] as [string, ReactNode][])
      : []),
    ...(claim.counteredAt
      ? ([[t('countered', { name: claim.counterName ?? '?', at: when(claim.counteredAt) }), claim.counterStatement]] as [
          string,
          ReactNode,
        ][])
      : []),
    ...(claim.restoreAfter ? ([[t('restoreAfter'), when(claim.restoreAfter)]] as [string, ReactNode][]) : []),
    ...(claim.continuedAt ? ([[t('continued', { at: when(claim.continuedAt) }), claim.continuedStatement]] as [string, ReactNode][]) : []),
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="said">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
