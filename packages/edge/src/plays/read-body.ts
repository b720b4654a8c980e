import type { IncomingMessage } from 'node:http'
import { AppError } from '@residency/domain/errors'
import { receiveBody } from '../bodies/index.ts'

/** A body of JSON. Beacons call it text. Throws `too_large`, or `invalid` where it is none. */
export async function readJsonBody(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && type !== 'text/plain') throw new AppError('invalid')
  const body = await receiveBody(request, mostBytes)
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new AppError('invalid')
  }
}
