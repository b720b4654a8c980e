import type { TenantDb } from '@residency/db'
import type { LocalizedText } from '../context/index.ts'
import { conflict, notFound } from '../errors/index.ts'

/** Places that fans know by their mark. */
export const linkKinds = ['instagram', 'soundcloud', 'mixcloud', 'youtube', 'spotify', 'bandcamp', 'x', 'discord', 'mail', 'other'] as const
export type LinkKind = (typeof linkKinds)[number]

/** A link as the studio shows it. */
export interface LinkState {
  id: string
  position: number
  label: LocalizedText
  url: string
  kind: string
  /** Kept by the crew, but not shown to fans. */
  isHidden: boolean
  version: number
}

interface LinkRow extends Omit<LinkState, 'label'> {
  label: unknown
}

export const linkState = ({ id, position, label, url, kind, isHidden, version }: LinkRow): LinkState => ({
  id,
  position,
  label: label as LocalizedText,
  url,
  kind,
  isHidden,
  version,
})

/** Nothing was changed: either the link is not there (or not this tenant's), or somebody else wrote since the caller looked. */
export async function linkCollision(db: TenantDb, linkId: string): Promise<never> {
  const row = await db.link.findFirst({ where: { id: linkId }, select: { updatedBy: true } })
  if (!row) throw notFound()
  const other = row.updatedBy ? await db.account.findFirst({ where: { id: row.updatedBy }, select: { name: true } }) : null
  throw conflict('collision', { name: other?.name ?? '?' })
}
