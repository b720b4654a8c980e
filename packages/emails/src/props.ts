import { z } from 'zod'

/** Every template knows whom it speaks to; the name may be empty. */
const reader = z.object({ name: z.string().default('') })
const url = z.url({ protocol: /^https?$/ })
const link = reader.extend({ url })
const notice = reader.extend({ at: z.iso.datetime(), signInUrl: url, resetUrl: url, securityUrl: url })

/** To an operator: `url` is the console's. */
const ofConsole = reader.extend({ at: z.iso.datetime(), url })

/** About a claim: the mix's title, and the page where the reader goes on. */
const claim = reader.extend({ title: z.string(), at: z.iso.datetime(), url })
const decided = claim.extend({ decision: z.string() })

/** What each letter's words need. Addresses are whole by now: the host is the tenant's primary one at the time of sending. */
export const mailProps = {
  verifyEmail: link,
  magicLink: link,
  resetPassword: link,
  /** To the new address. */
  emailChange: link,
  crewInvitation: link.extend({ role: z.enum(['moderator', 'editor', 'admin', 'owner']), invitedBy: z.string() }),
  accountExists: notice,
  passwordChanged: notice,
  /** To the old address. */
  emailChangeNotice: notice.extend({ newEmail: z.string() }),
  newSignIn: notice.extend({
    browser: z.string().nullable(),
    system: z.string().nullable(),
    network: z.string().nullable(),
    region: z.string().nullable(),
  }),
  /** To the old address, once it is the old one. */
  emailChanged: notice.extend({ newEmail: z.string() }),
  signInTries: notice.extend({ until: z.iso.datetime() }),
  codeTries: notice.extend({ until: z.iso.datetime() }),
  secondFactorOn: notice.extend({ undoUrl: url }),
  secondFactorOff: notice,
  recoveryCodeUsed: notice.extend({ left: z.number().int().min(0) }),
  recoveryCodesRenewed: notice,
  dataExport: notice,
  accountDeleted: notice,
  claimReceived: claim,
  claimUpheld: decided,
  claimRejected: decided,
  claimCountered: claim.extend({ until: z.iso.datetime() }),
  claimRestored: claim,
  mixReported: claim,
  mixTakenDown: decided,
  claimContinued: claim,
  mixRestored: claim,
  operatorSignIn: ofConsole.extend({ browser: z.string().nullable(), system: z.string().nullable(), network: z.string().nullable() }),
  operatorTries: ofConsole.extend({ until: z.iso.datetime() }),
  operatorCodeTries: ofConsole.extend({ until: z.iso.datetime() }),
  operatorFactorOn: ofConsole,
  operatorRecoveryUsed: ofConsole.extend({ left: z.number().int().min(0) }),
} as const

export type MailTemplate = keyof typeof mailProps
export type PropsOf<T extends MailTemplate> = z.output<(typeof mailProps)[T]>
