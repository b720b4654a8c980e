export { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
export { spendCode, totpPurpose } from './spend-code.ts'
export { newTotpSecret, readableSecret, totpUri } from './totp.ts'
