import type { Readable } from 'node:stream'
import type { AudioFacts, Trim } from '../audio-facts.ts'
import { MediaError } from '../media-error.ts'
import { strangersInput, toolPreamble } from '../process/input.ts'
import { type RunningTool, startTool, ToolFailure } from '../process/start-tool.ts'

export interface DecodeOptions {
  trim?: Trim
  signal?: AbortSignal
}

/** What should come out, by what the file says of itself. */
export const expectedMs = ({ durationMs }: AudioFacts, trim?: Trim): number =>
  trim ? Math.max(0, Math.min(trim.endMs, durationMs) - trim.startMs) : durationMs

/** ffmpeg's filter that keeps the trimmed part alone. The start counts from the first sample heard, whatever the container's clock says. */
export const trimFilter = (trim?: Trim): string[] =>
  trim ? [`atrim=start=${(trim.startMs / 1000).toFixed(3)}:end=${(trim.endMs / 1000).toFixed(3)}`, 'asetpts=PTS-STARTPTS'] : []

/** Slower than real time means that something is wrong with the file, or with the machine. */
export const patience = (durationMs: number): number => 300 + Math.ceil(durationMs / 1000)

const overrunSeconds = 10

/** Opens a stranger's file for decoding; `outputs` are ffmpeg's words for what to make of it, its pipes counted by `pipes`. */
export async function startDecoder(
  file: string,
  facts: AudioFacts,
  outputs: readonly string[],
  { trim, signal, pipes }: DecodeOptions & { pipes?: number },
): Promise<{ tool: RunningTool; output: Readable }> {
  const args = [
    ...toolPreamble('ffmpeg'),
    '-threads',
    '1',
    '-t',
    String(facts.durationMs / 1000 + overrunSeconds),
    ...strangersInput(file, facts),
  ]
  const tool = await startTool('ffmpeg', [...args, '-filter_complex_threads', '1', ...outputs], {
    ...{ seconds: patience(expectedMs(facts, trim)), pipes, signal },
  })
  return { tool, output: tool.outputs[0] as Readable }
}

/** Throws when a decoder gave clearly less than the file promised. */
export function requireWhole(decodedMs: number, facts: AudioFacts, trim?: Trim): void {
  const expected = expectedMs(facts, trim)
  if (decodedMs <= 0) throw new MediaError('broken', 'nothing can be decoded')
  if (decodedMs < expected * 0.98 - 1_000) throw new MediaError('cut_off', `${Math.round(decodedMs)} of ${Math.round(expected)} ms`)
}

/** A decoder that gives up does so over the file. */
export const asMediaFailure = (error: unknown): unknown => (error instanceof ToolFailure ? new MediaError('broken', '', error) : error)
