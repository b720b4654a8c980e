import { createLogger } from '@residency/config'
import { createTestDatabase, type TestDatabase } from '@residency/db/testing'
import { type JobName, type JobPayload, jobSchemas } from '@residency/domain/outbox'
import { encryptField } from '@residency/domain/secrets'
import { catalogue, jobContext, type Tools } from '@residency/jobs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fingerprint } from './fingerprint.ts'
import { type Planted, plant } from './world.ts'

let database: TestDatabase
let a: Planted
let b: Planted
const sent: unknown[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  a = await plant(await database.createTenant())
  b = await plant(await database.createTenant())
})
afterAll(() => database.drop())

/** What each job would be given if it carried A's ids. A job that is missing here does not compile. */
const payloads = (): { [Name in JobName]: JobPayload<Name> } => ({
  'mail.deliver': { mailSendId: a.ids.mail },
  'identity.answer': { sealed: encryptField('{}', 'other') },
  'mail.sweep': {},
  'session.sweep': {},
  'token.sweep': {},
  'media.render': { mediaItemId: a.ids.media },
  'recording.make': { recordingId: a.ids.recording },
  'download.make': { recordingId: a.ids.recording },
  'recording.forget': { recordingId: a.ids.recording, objectKey: a.objectKey },
  'recording.sweep': {},
  'upload.sweep': {},
  'takedown.sweep': {},
  'plays.rollup': {},
  'mix.release': {},
})

it('every job, run for tenant B with A’s ids, sends nothing and leaves A as it was', async () => {
  const sender: Tools['sender'] = {
    send: async (mail) => {
      sent.push(mail)
      return { providerId: 'x' }
    },
    close: () => undefined,
  }
  const before = await fingerprint(database.asOwner, a.ref.tenantId)
  for (const name of Object.keys(jobSchemas) as JobName[]) {
    const ctx = await jobContext({ tenantId: b.ref.tenantId, id: 'isolation', name }, createLogger('test', 'silent'))
    // A job may refuse; what it may not do is act on A.
    await Promise.resolve(catalogue[name].handle(ctx, payloads()[name] as never, { sender })).catch(() => undefined)
  }
  expect(sent).toEqual([])
  expect(await fingerprint(database.asOwner, a.ref.tenantId)).toBe(before)
})
