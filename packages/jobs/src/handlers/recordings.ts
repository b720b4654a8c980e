import { makeDownloadFile } from '@residency/domain/downloads'
import { forgetRecording, giveUpRecording, makeRecording } from '@residency/domain/recordings'
import type { Handler, JobDefinition } from '../job.ts'

export const makeAudio: Handler<'recording.make'> = (ctx, { recordingId }, { stopping }) =>
  makeRecording(ctx, { recordingId, ...(stopping ? { stopping } : {}) })

export const giveUpAudio: JobDefinition<'recording.make'>['giveUp'] = (ctx, payload, error) => {
  ctx.log.error({ err: error, ...payload }, 'the work on a recording was given up')
  return giveUpRecording(ctx, payload)
}

export const forgetAudio: Handler<'recording.forget'> = (ctx, payload) => forgetRecording(ctx, payload)

export const makeTakeAway: Handler<'download.make'> = (ctx, { recordingId }, { stopping }) =>
  makeDownloadFile(ctx, { recordingId, ...(stopping ? { stopping } : {}) })
