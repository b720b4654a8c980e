import { type JobName, jobSchemas } from '@residency/domain/outbox'
import { deliverQueuedMail, giveUpMail } from './handlers/deliver-mail.ts'
import { answerRequest } from './handlers/identity.ts'
import { rollUpOldPlays } from './handlers/plays.ts'
import { forgetAudio, giveUpAudio, makeAudio, makeTakeAway } from './handlers/recordings.ts'
import { releaseScheduledMixes } from './handlers/release-mixes.ts'
import { renderMedia } from './handlers/render-media.ts'
import { sweepOldMails, sweepOldRecordings, sweepOldSessions, sweepOldTokens, sweepOldUploads, sweepTakedowns } from './handlers/sweeps.ts'
import type { JobDefinition } from './job.ts'

const define = <N extends JobName>(name: N, definition: Omit<JobDefinition<N>, 'schema'>): JobDefinition<N> => ({
  schema: jobSchemas[name],
  ...definition,
})

/** Every job: the type fails when one of the domain's has no handler. */
export const catalogue: { [N in JobName]: JobDefinition<N> } = {
  // Eight tries over half an hour outlast a provider's bad moment; a link in the mail is worth little after that.
  'mail.deliver': define('mail.deliver', { queue: 'mail', attempts: 8, backoffMs: 15_000, handle: deliverQueuedMail, giveUp: giveUpMail }),
  'identity.answer': define('identity.answer', { queue: 'mail', attempts: 8, backoffMs: 2_000, handle: answerRequest }),
  'mail.sweep': define('mail.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepOldMails }),
  'session.sweep': define('session.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepOldSessions }),
  'token.sweep': define('token.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepOldTokens }),
  // A refused file is no failed try: these are for a store, a database or a process that went away in the middle.
  'recording.make': define('recording.make', { queue: 'audio', attempts: 5, backoffMs: 5_000, handle: makeAudio, giveUp: giveUpAudio }),
  'recording.forget': define('recording.forget', { queue: 'upkeep', attempts: 8, backoffMs: 30_000, handle: forgetAudio }),
  // Somebody waits for it, but nobody hears less meanwhile: behind what is being published.
  'download.make': define('download.make', { queue: 'audio', attempts: 3, backoffMs: 30_000, handle: makeTakeAway }),
  'recording.sweep': define('recording.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepOldRecordings }),
  'upload.sweep': define('upload.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepOldUploads }),
  'takedown.sweep': define('takedown.sweep', { queue: 'upkeep', attempts: 3, backoffMs: 30_000, handle: sweepTakedowns }),
  'plays.rollup': define('plays.rollup', { queue: 'upkeep', attempts: 5, backoffMs: 10_000, handle: rollUpOldPlays }),
  // Fans wait for it: not behind the sweeps.
  'mix.release': define('mix.release', { queue: 'media', attempts: 8, backoffMs: 1_000, handle: releaseScheduledMixes }),
  'media.render': define('media.render', { queue: 'media', attempts: 3, backoffMs: 10_000, handle: renderMedia }),
}

export const isJobName = (name: string): name is JobName => Object.hasOwn(catalogue, name)
