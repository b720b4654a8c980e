export { chooseCookies, chooseCookiesSchema } from './choose-cookies.ts'
export { type ConsentView, changeConsent, changeConsentSchema, listMyConsents } from './my-consents.ts'
export { type ConsentInput, type ConsentKind, consentKinds, recordConsent } from './record-consent.ts'
