import type { PlayableView } from '../../site/views.ts'

const freshMs = 30_000
const known = new Map<string, { at: number; mix: Promise<PlayableView | null> }>()

const key = (mixId: string, link: string | null): string => `${mixId} ${link ?? ''}`

/** What `/listen` says of a mix, asked once for its waveform and for playing it right after. Null: nothing, for whatever reason. */
export function mixFacts(
  mixId: string,
  link: string | null,
  ask: (mixId: string, link: string | null) => Promise<PlayableView>,
): Promise<PlayableView | null> {
  const kept = known.get(key(mixId, link))
  if (kept && Date.now() - kept.at < freshMs) return kept.mix
  const mix = ask(mixId, link).catch(() => null)
  known.set(key(mixId, link), { at: Date.now(), mix })
  return mix
}

/** Used once: a second play asks again, since a place to resume from may have moved and a ticket run out. */
export async function takeFacts(mixId: string, link: string | null): Promise<PlayableView | null> {
  const kept = known.get(key(mixId, link))
  known.delete(key(mixId, link))
  return kept && Date.now() - kept.at < freshMs ? kept.mix : null
}
