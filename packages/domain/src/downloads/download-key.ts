import type { TenantStorage } from '@residency/integrations/storage'

/** Where the MP3 of a version lies. */
export const downloadKey = (storage: TenantStorage, recordingId: string): string => storage.key('downloads', recordingId, 'mix.mp3')
