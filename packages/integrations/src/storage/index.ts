export { ObjectKeyError } from './object-key.ts'
export type { ObjectInfo, ObjectStore, PutOptions } from './object-store.ts'
export { closeStorage, createS3Store, storageAnswers } from './s3-store.ts'
export { type TenantStorage, tenantStorage } from './tenant-storage.ts'
