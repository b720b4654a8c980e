import { z } from 'zod'
import { MediaError } from '../media-error.ts'
import { type InputFormat, strangersProbe, toolPreamble } from '../process/input.ts'
import { runTool, ToolFailure } from '../process/start-tool.ts'

const tags = z.record(z.string(), z.string()).default({})
const answer = z.object({
  format: z.object({ tags, bit_rate: z.coerce.number().optional() }),
  streams: z.array(
    z.object({
      index: z.number(),
      codec_type: z.string().optional(),
      codec_name: z.string().optional(),
      sample_rate: z.coerce.number().optional(),
      channels: z.number().optional(),
      disposition: z.object({ attached_pic: z.number() }).partial().default({}),
      tags,
    }),
  ),
  chapters: z.array(z.object({ start_time: z.coerce.number(), tags })).default([]),
})

export type ProbeAnswer = z.output<typeof answer>

const shown =
  'format=bit_rate:format_tags:stream=index,codec_type,codec_name,sample_rate,channels:stream_disposition=attached_pic:stream_tags:chapter=start_time:chapter_tags'
const mostAnswerBytes = 8 * 1024 * 1024

/** What ffprobe makes of the file. Throws MediaError when it makes nothing of it. */
export async function readWithFfprobe(file: string, input: InputFormat, signal?: AbortSignal): Promise<ProbeAnswer> {
  const args = [...toolPreamble('ffprobe'), ...['-of', 'json=compact=1', '-show_entries', shown], ...strangersProbe(file, input)]
  try {
    const { stdout } = await runTool('ffprobe', args, { seconds: 30, mostOutputBytes: mostAnswerBytes, signal })
    return answer.parse(JSON.parse(stdout.toString('utf8')))
  } catch (error) {
    if (error instanceof ToolFailure || error instanceof SyntaxError || error instanceof z.ZodError)
      throw new MediaError('broken', '', error)
    throw error
  }
}
