export { clearAllTries, clearTries, countTry } from './count-try.ts'
export { lockOutMs, rememberedMs } from './lock-out.ts'
