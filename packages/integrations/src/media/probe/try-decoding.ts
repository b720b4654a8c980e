import { MediaError } from '../media-error.ts'
import { type InputFormat, strangersInput, toolPreamble } from '../process/input.ts'
import { runTool, ToolFailure } from '../process/start-tool.ts'

/** Mono at 8 kHz in 8 bits: enough to see whether anything comes out. */
const out = ['-map', '0:a:0', '-t', '5', '-ac', '1', '-ar', '8000', '-f', 'u8', 'pipe:1']
const leastSamples = 80

/** Decodes the first seconds: what has the right frame around noise is found before anybody waits for it. Throws `broken`. */
export async function tryDecoding(file: string, input: InputFormat, signal?: AbortSignal): Promise<void> {
  try {
    const { stdout } = await runTool('ffmpeg', [...toolPreamble('ffmpeg'), ...strangersInput(file, input), ...out], {
      ...{ seconds: 30, mostOutputBytes: 1024 * 1024, signal },
    })
    if (stdout.length < leastSamples) throw new MediaError('broken', 'nothing can be decoded')
  } catch (error) {
    if (error instanceof ToolFailure) throw new MediaError('broken', '', error)
    throw error
  }
}
