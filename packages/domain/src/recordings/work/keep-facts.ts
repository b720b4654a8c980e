import { raiseRevision, type TenantDb } from '@residency/db'
import type { AudioFacts } from '@residency/integrations/media'
import type { TenantContext } from '../../context/index.ts'
import { AppError } from '../../errors/index.ts'
import { keepPicture } from '../../media/index.ts'
import { claimSlug, slugify } from '../../slugs/index.ts'
import { findByHash } from '../find-duplicate.ts'
import { heardMs } from '../make-current.ts'
import { titleFromFilename } from '../title-from-filename.ts'
import { cueSheetFromChapters } from './cue-sheet.ts'
import type { Hold, RecordingRow } from './hold.ts'

const longestTag = 500
const longestCueSheet = 200_000

/** Tags as text that Postgres takes and a page can show. */
const cleanTags = (tags: AudioFacts['tags']): Partial<Record<keyof AudioFacts['tags'], string>> =>
  Object.fromEntries(
    Object.entries(tags).flatMap(([name, value]: [string, string | null]) => {
      const text = value
        ?.replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, longestTag)
      return text ? [[name, text]] : []
    }),
  )

/** Notes what the file says of itself: the recording is checked. A draft that nobody has touched yet takes its title, genre and cover from it. */
export async function keepFacts(ctx: TenantContext, hold: Hold, facts: AudioFacts): Promise<RecordingRow> {
  const tags = cleanTags(facts.tags)
  const artworkId = facts.cover ? await keepCover(ctx, hold.row, facts.cover) : null
  const cueSheet = facts.cueSheet ?? cueSheetFromChapters(facts.chapters, hold.row.filename)
  const checked = {
    format: facts.format,
    lossless: facts.lossless,
    sampleRate: facts.sampleRate,
    channels: facts.channels,
    bitsPerSample: facts.bitsPerSample,
    durationMs: Math.round(facts.durationMs),
  }
  return hold.write(
    { ...checked, tags, cueSheet: cueSheet?.replaceAll('\0', '').slice(0, longestCueSheet) ?? null, stage: 'checked', progress: 0 },
    async (db) => {
      await dressDraft(db, { ...hold.row, ...checked }, tags, artworkId)
    },
  )
}

/** Notes the whole file's SHA-256, and whether the tenant has the same file already. */
export async function keepHash(hold: Hold, sha256: string): Promise<void> {
  await hold.write({ sha256 }, async (db) => {
    const duplicateOfId = await findByHash(db, hold.row, sha256)
    if (duplicateOfId) await db.recording.update({ where: db.key(hold.recordingId), data: { duplicateOfId } })
  })
}

/** A cover that is no picture, or a bomb, is no reason to refuse the music. */
async function keepCover(ctx: TenantContext, row: RecordingRow, cover: Uint8Array): Promise<string | null> {
  try {
    const { id } = await keepPicture(ctx, { filename: titleFromFilename(row.filename), bytes: cover, uploadedBy: row.createdBy })
    return id
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ctx.log.info({ recordingId: row.id, problem: error.messageKey }, 'an embedded cover was left out')
    return null
  }
}

async function dressDraft(
  db: TenantDb,
  row: RecordingRow,
  tags: Partial<Record<keyof AudioFacts['tags'], string>>,
  artworkId: string | null,
): Promise<void> {
  const mix = await db.mix.findFirst({ where: { id: row.mixId } })
  if (!mix || mix.recordingId !== null || row.number !== 1) return
  const untouched = mix.publication === 'draft' && mix.version === 1
  const isNamedByFile = mix.title === titleFromFilename(row.filename)
  const recordedOn = dayOf(tags.date)
  const title = tags.title?.slice(0, 200)
  await db.mix.update({
    where: db.key(mix.id),
    data: {
      // Known before the first version is ready, so that pages can say how long it is.
      durationMs: heardMs(row),
      ...(mix.artworkId === null && artworkId ? { artworkId } : {}),
      ...(untouched && mix.genre === null && tags.genre ? { genre: tags.genre.slice(0, 60) } : {}),
      ...(untouched && recordedOn ? { recordedOn } : {}),
      ...(untouched && isNamedByFile && title && title !== mix.title
        ? { title, slug: await claimSlug(db, 'mix', slugify(title), { numberIfTaken: true }) }
        : {}),
    },
  })
  if (mix.publication !== 'draft') await raiseRevision(db)
}

/** A whole day that may be true; a year alone says too little. */
function dayOf(date: string | undefined): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '')
  if (!match) return null
  const day = new Date(`${match[0]}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.getTime() > Date.now() || day.getUTCFullYear() < 1900 ? null : day
}
