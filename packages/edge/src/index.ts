export { countingAddress } from './limits/index.ts'
export {
  type Access,
  type ActionDoor,
  type ApiDoor,
  type ContextFor,
  type LoaderDoor,
  openAction,
  openApi,
  openLoader,
  openResource,
  type Problem,
  type RefusalBody,
  type ResourceDoor,
  returnPath,
} from './routes/index.ts'
export { Scope, scopeOf } from './scope/index.ts'
export {
  type ChosenMode,
  type Consent,
  consentValue,
  endedSessionCookie,
  pathIn,
  preferenceCookie,
  sessionCookie,
} from './visitor/index.ts'
