export { type PasswordOwner, passwordLengths, passwordProblem } from './check-password.ts'
export { hashPassword, isOutdated, passwordMatches } from './hash-password.ts'
export { preparePasswords } from './prepare-passwords.ts'
