import { randomUUID } from 'node:crypto'
import { CreateBucketCommand, DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { loadEnv } from '@residency/config'
import type { ObjectStore } from '../object-store.ts'
import { createS3Store, s3Config } from '../s3-store.ts'

export interface TestStore extends ObjectStore {
  /** Every key there is, in order: what a tenant's storage can't see of the others. */
  keys(): Promise<string[]>
  /** Empties the bucket, removes it and ends the connections. */
  drop(): Promise<void>
}

const pageSize = 1000

/** A bucket of its own in the real object store (S3_ENDPOINT; `npm test` starts one), for tests whose keys others have too. */
export async function createTestStore(): Promise<TestStore> {
  const env = { ...loadEnv(), S3_BUCKET: `test-${randomUUID()}` }
  const client = new S3Client(s3Config(env))
  await client.send(new CreateBucketCommand({ Bucket: env.S3_BUCKET }))
  const store = createS3Store(env)

  const keys = async (): Promise<string[]> => {
    const all: string[] = []
    for (;;) {
      const { objects, more } = await store.list('', all.at(-1), pageSize)
      all.push(...objects.map(({ key }) => key))
      if (!more) return all
    }
  }

  return {
    ...store,
    keys,
    drop: async () => {
      await store.delete(await keys())
      await client.send(new DeleteBucketCommand({ Bucket: env.S3_BUCKET }))
      store.close()
      client.destroy()
    },
  }
}
