export { type BackupOptions, createBackup } from './create-backup.ts'
export { type Manifest, readManifest } from './manifest.ts'
export { type RestoreOptions, type RestoreResult, restoreBackup } from './restore-backup.ts'
