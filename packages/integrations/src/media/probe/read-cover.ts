import { limits } from '@residency/config'
import { asImageError, ImageError } from '../../imaging/image-error.ts'
import { openImage } from '../../imaging/open-image.ts'
import { MediaError } from '../media-error.ts'
import { type InputFormat, strangersInput, toolPreamble } from '../process/input.ts'
import { runTool, ToolFailure } from '../process/start-tool.ts'

const mostCoverBytes = 30 * 1024 * 1024

/**
 * Takes the embedded picture out as it is. It is looked at (kind, size in pixels) and not decoded; one that can't be read is left out,
 * since the recording is no worse for it. A picture that claims more pixels than any cover has is a bomb: the file is refused.
 */
export async function readCover(file: string, input: InputFormat, stream: number, signal?: AbortSignal): Promise<Uint8Array | null> {
  const take = ['-map', `0:${stream}`, '-c', 'copy', '-frames:v', '1', '-f', 'image2pipe', 'pipe:1']
  try {
    const { stdout } = await runTool('ffmpeg', [...toolPreamble('ffmpeg'), ...strangersInput(file, input), ...take], {
      ...{ seconds: 20, mostOutputBytes: mostCoverBytes, signal },
    })
    const bytes = Uint8Array.from(stdout)
    const { width, height } = await openImage(bytes).image.metadata()
    if (width * height > limits.imagePixels) throw new ImageError('too_many_pixels')
    return bytes
  } catch (error) {
    if (error instanceof ToolFailure) return null
    if (error instanceof MediaError || signal?.aborted) throw error
    const found = error instanceof ImageError ? error : asImageError(error)
    if (found.problem === 'too_many_pixels') throw new MediaError('absurd', 'the cover', error)
    return null
  }
}
