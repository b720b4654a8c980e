import { createBucket, deleteBucket, listBuckets, listObjects } from './buckets.ts'
import { headerOf, type S3Call, sendNothing, sendXml } from './context.ts'
import { copyObject, deleteObject, deleteObjects, getObject, putObject } from './objects.ts'
import { S3Error } from './s3-error.ts'
import { abortUpload, completeUpload, createUpload, listParts, listUploads, uploadPart } from './uploads.ts'

/** Parts of a bucket or an object that S3 has and this server has not: named, so that none is mistaken for the thing itself. */
const unknownParts = [
  'acl',
  'attributes',
  'cors',
  'encryption',
  'legal-hold',
  'lifecycle',
  'notification',
  'object-lock',
  'policy',
  'replication',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'versioning',
  'versions',
  'website',
]

/** Which operation a request is. */
export function dispatch(call: S3Call): Promise<void> | void {
  const { query, bucket, key } = call
  const unknown = unknownParts.find((part) => query.has(part))
  if (unknown) throw new S3Error('NotImplemented', `?${unknown} is not part of this server.`)
  if (!bucket) return service(call)
  if (call.request.method !== 'PUT' || key) requireBucket(call)
  return key ? onObject(call) : onBucket(call)
}

function requireBucket({ catalogue, bucket }: S3Call): void {
  if (!catalogue.hasBucket(bucket)) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist.')
}

function service(call: S3Call): void {
  if (call.request.method !== 'GET') throw new S3Error('MethodNotAllowed', 'The service itself can only be listed.')
  listBuckets(call)
}

function onBucket(call: S3Call): Promise<void> | void {
  const { request, response, query } = call
  if (request.method === 'PUT') return createBucket(call)
  if (request.method === 'HEAD') return sendNothing(response, 200)
  if (request.method === 'DELETE') return deleteBucket(call)
  if (request.method === 'POST' && query.has('delete')) return deleteObjects(call)
  if (request.method !== 'GET') throw new S3Error('MethodNotAllowed', 'A bucket has no such method.')
  if (query.has('location')) return sendXml(response, ['LocationConstraint', ''])
  return query.has('uploads') ? listUploads(call) : listObjects(call)
}

function onObject(call: S3Call): Promise<void> | void {
  const { request, query } = call
  const ofUpload = query.has('uploadId')
  const copies = headerOf(request, 'x-amz-copy-source') !== null
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return ofUpload ? listParts(call) : getObject(call)
    case 'PUT':
      if (ofUpload && copies) throw new S3Error('NotImplemented', 'A part can’t be copied from an object here; upload it.')
      if (ofUpload) return uploadPart(call)
      return copies ? copyObject(call) : putObject(call)
    case 'POST':
      if (query.has('uploads')) return createUpload(call)
      if (ofUpload) return completeUpload(call)
      throw new S3Error('MethodNotAllowed', 'An object has no such method.')
    case 'DELETE':
      return ofUpload ? abortUpload(call) : deleteObject(call)
    default:
      throw new S3Error('MethodNotAllowed', 'An object has no such method.')
  }
}
