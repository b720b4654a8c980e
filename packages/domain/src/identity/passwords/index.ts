export { type PasswordOwner, passwordLengths, passwordProblem } from './check-password.ts'
export { hashPassword, isOutdated, passwordMatches, prepareDummyHash } from './hash-password.ts'
