import type { TenantDb } from '@residency/db'

/** What is kept of an account's listening, for the file of its data: inside the caller's transaction. */
export async function exportListening(db: TenantDb, accountId: string) {
  const of = { where: { accountId } }
  const mix = { select: { title: true } } as const
  const history = await db.listeningEntry.findMany({ ...of, orderBy: { startedAt: 'asc' }, include: { mix } })
  const positions = await db.listeningPosition.findMany({ ...of, orderBy: { updatedAt: 'asc' }, include: { mix } })
  const sounds = await db.soundPreset.findMany({ ...of, orderBy: { name: 'asc' } })
  const state = await db.playerState.findFirst(of)
  return {
    history: history.map(({ mix: heard, startedAt, listenedMs }) => ({ mix: heard.title, startedAt, listenedMs })),
    leftOff: positions.map(({ mix: heard, positionMs, finished, updatedAt }) => ({ mix: heard.title, positionMs, finished, updatedAt })),
    sounds: sounds.map(({ name, settings, createdAt }) => ({ name, settings, createdAt })),
    lastDevice: state && { name: state.deviceName, mixId: state.mixId, positionMs: state.positionMs, at: state.at, queue: state.queue },
  }
}
