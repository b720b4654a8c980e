export {
  cookieNames,
  endedCookie,
  endedSessionCookie,
  knownBrowserCookie,
  passingCookie,
  preferenceCookie,
  readCookie,
  sessionCookie,
} from './cookies.ts'
export { chosenLanguage, firstVisitLocale } from './first-visit.ts'
export { type PathLanguage, pagePath, pathIn, pathLanguage } from './path-language.ts'
export { type ChosenMode, type Consent, consentValue, sharedVisitor, type Visitor, variantOf, visitorOf } from './visitor.ts'
