export { clearTries, countTry, type TryKind } from './count-try.ts'
export { lockOutMs, rememberedMs } from './lock-out.ts'
