export { addressesFrom, type DemoAccount, type DemoAddresses, demoAccounts } from './accounts.ts'
export { type SeedAudioOptions, seedAudio } from './audio/upload/seed-audio.ts'
export { type SeedOptions, type SeedReport, seedDemo } from './seed-demo.ts'
export { type SeedManyOptions, seedMany } from './seed-many.ts'
