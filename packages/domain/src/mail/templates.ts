/**
 * Every mail there is, by the name of its template in @residency/emails (held together by a test in @residency/jobs).
 * `asked`: sent because somebody typed the address in, who may be anybody; so an address gets `limits.mailsPerAddressPerHour` of each at most.
 * `notice`: says what happened to an account; never held back.
 */
export const mailTemplates = {
  verifyEmail: 'asked',
  magicLink: 'asked',
  resetPassword: 'asked',
  emailChange: 'asked',
  accountExists: 'asked',
  crewInvitation: 'asked',
  claimReceived: 'asked',
  emailChangeNotice: 'notice',
  passwordChanged: 'notice',
  emailChanged: 'notice',
  newSignIn: 'notice',
  signInTries: 'notice',
  codeTries: 'notice',
  secondFactorOn: 'notice',
  secondFactorOff: 'notice',
  recoveryCodeUsed: 'notice',
  recoveryCodesRenewed: 'notice',
  dataExport: 'notice',
  accountDeleted: 'notice',
  claimUpheld: 'notice',
  claimRejected: 'notice',
  claimCountered: 'notice',
  claimRestored: 'notice',
  mixReported: 'notice',
  mixTakenDown: 'notice',
  claimContinued: 'notice',
  mixRestored: 'notice',
} as const

export type MailTemplate = keyof typeof mailTemplates

export const isMailTemplate = (value: string): value is MailTemplate => Object.hasOwn(mailTemplates, value)

/** What a template's words need. A value that begins with `/` under a name that ends in `url` becomes an address of the site when it is sent. */
export type MailProps = Record<string, string | number | boolean | null>
