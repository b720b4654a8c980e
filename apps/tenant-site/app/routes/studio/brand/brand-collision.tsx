import type { BrandRecord } from '@residency/brand'
import { useTranslation } from '@residency/i18n/react'
import { DiffNotice } from '@residency/ui/studio'

const words = (value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** What both editors wrote, field by field, and the choice between them. */
export function BrandCollision({
  mine,
  theirs,
  name,
  onKeepYours,
  onTakeTheirs,
}: {
  mine: BrandRecord
  theirs: BrandRecord
  name: string
  onKeepYours: () => void
  onTakeTheirs: () => void
}) {
  const { t } = useTranslation('studioBrand')
  const fields = Object.keys(mine) as (keyof BrandRecord)[]
  const differences = fields
    .filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
    .map((field) => ({ field: t(`fields.${field}`), yours: words(mine[field]), theirs: words(theirs[field]) }))
  return <DiffNotice name={name} differences={differences} onKeepYours={onKeepYours} onTakeTheirs={onTakeTheirs} />
}
