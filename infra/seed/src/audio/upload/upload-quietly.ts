import { constants, setPriority } from 'node:os'
import { type SeedAudioOptions, seedAudio } from './seed-audio.ts'

/**
 * `seedAudio` for a process of its own that runs behind everything else: the sites, the worker, whoever works at this machine. A request to
 * stop ends it at once; the next run goes on. Returns what to say at the end.
 */
export async function uploadQuietly(options: Omit<SeedAudioOptions, 'signal'>): Promise<string> {
  setPriority(constants.priority.PRIORITY_LOW)
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error('stopped')))
  try {
    const made = await seedAudio({ ...options, signal: stopping.signal })
    return made.length > 0 ? `${made.length} mixes uploaded` : 'no mix waits for its audio'
  } catch (error) {
    if (stopping.signal.aborted) return 'stopped; the next run goes on'
    throw error
  }
}
