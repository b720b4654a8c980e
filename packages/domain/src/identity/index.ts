export { answerByMail } from './answer-by-mail.ts'
export { changeEmail, changeEmailSchema, confirmEmail, confirmEmailSchema } from './change-email.ts'
export { changePassword, changePasswordSchema } from './change-password.ts'
export { completeSignIn, completeSignInSchema, stepWaits } from './complete-sign-in.ts'
export { consumeMagicLink, consumeMagicLinkSchema, inspectLink } from './consume-magic-link.ts'
export { deleteAccount, deleteAccountSchema } from './delete-account.ts'
export { type Entry, enter } from './enter.ts'
export { exportMyData, exportMyDataSchema } from './export-my-data.ts'
export { chosenPassword, emailField, nameField, timeZones, tokenField } from './fields.ts'
export { sendLink } from './letters.ts'
export { type Activity, listMyActivity } from './list-my-activity.ts'
export { disableSecondFactor, disableSecondFactorSchema, renewRecoveryCodes, renewRecoveryCodesSchema } from './manage-second-factor.ts'
export { tokenLifeMs } from './one-time-tokens.ts'
export { hashPassword, passwordLengths, passwordMatches, passwordProblem, preparePasswords } from './passwords/index.ts'
export { getProfile, type Profile, updateProfile, updateProfileSchema } from './profile.ts'
export {
  requestMagicLink,
  requestMagicLinkSchema,
  requestPasswordReset,
  requestPasswordResetSchema,
  requestVerificationAgain,
  returnPath,
} from './request-mails.ts'
export { resetPassword, resetPasswordSchema } from './reset-password.ts'
export { looksLikeRecoveryCode, newRecoveryCodes, recoveryHash } from './second-factor/recovery-codes.ts'
export { matchingStep, newTotpSecret, readableSecret, totpUri } from './second-factor/totp.ts'
export {
  beginSecondFactor,
  beginSecondFactorSchema,
  confirmSecondFactor,
  confirmSecondFactorSchema,
  type Enrolment,
  pendingEnrolment,
} from './set-up-second-factor.ts'
export { type SignInResult, signIn, signInSchema } from './sign-in.ts'
export { signUp, signUpSchema } from './sign-up.ts'
export { sweepTokens } from './sweep-tokens.ts'
export { lockOutMs, rememberedMs } from './tries/index.ts'
export { undoSecondFactor, undoSecondFactorSchema } from './undo-second-factor.ts'
export { inspectVerification, type VerificationState, verifyEmail, verifyEmailSchema } from './verify-email.ts'
