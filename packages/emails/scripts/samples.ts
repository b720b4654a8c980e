import { defaultBrand, type PresetName } from '@residency/brand'
import type { MailBrand, MailTemplate } from '../src/index.ts'

/** Props for a look at each template. */
export function sampleProps(origin: string): Record<MailTemplate, object> {
  const token = 'Qm9Xb2sxc2hvcnQtc2FtcGxlLXRva2VuLWZvci1sb29raW5n'
  const link = (path: string) => ({ name: 'Ana', url: `${origin}${path}?token=${token}` })
  const notice = {
    name: 'Ana',
    at: '2026-03-14T21:07:00.000Z',
    signInUrl: `${origin}/sign-in`,
    resetUrl: `${origin}/forgot-password`,
    securityUrl: `${origin}/account/security`,
  }
  const claim = { name: 'Ana', at: notice.at, title: 'Night Bus to Peckham', url: `${origin}/claims/${token}` }
  const console_ = { name: 'Ana', at: notice.at, url: `${origin}/console` }
  const decided = { ...claim, decision: 'Track 7 is the unreleased dub you sent us in May, and nobody had asked you.' }
  return {
    verifyEmail: link('/verify'),
    magicLink: link('/sign-in/magic'),
    resetPassword: link('/reset-password'),
    emailChange: link('/confirm-email'),
    crewInvitation: { ...link('/invitation'), name: '', role: 'editor', invitedBy: 'Danny' },
    accountExists: notice,
    passwordChanged: notice,
    emailChangeNotice: { ...notice, newEmail: 'ana.maria.de.los.angeles@a-rather-long-domain.example' },
    newSignIn: { ...notice, browser: 'Firefox', system: 'Linux', network: '203.0.113.0/24', region: 'PT' },
    emailChanged: { ...notice, newEmail: 'ana.maria.de.los.angeles@a-rather-long-domain.example' },
    signInTries: { ...notice, until: '2026-03-14T21:23:00.000Z' },
    codeTries: { ...notice, until: '2026-03-14T21:23:00.000Z' },
    secondFactorOn: { ...notice, undoUrl: `${origin}/undo-second-factor?token=${token}` },
    secondFactorOff: notice,
    recoveryCodeUsed: { ...notice, left: 9 },
    recoveryCodesRenewed: notice,
    dataExport: notice,
    accountDeleted: notice,
    claimReceived: claim,
    claimUpheld: decided,
    claimRejected: decided,
    claimCountered: { ...claim, until: '2026-03-30T21:07:00.000Z' },
    claimRestored: claim,
    mixReported: claim,
    mixTakenDown: decided,
    claimContinued: claim,
    mixRestored: claim,
    operatorSignIn: { ...console_, browser: 'Firefox', system: 'Linux', network: '203.0.113.0/24' },
    operatorTries: { ...console_, until: '2026-03-14T21:23:00.000Z' },
    operatorCodeTries: { ...console_, until: '2026-03-14T21:23:00.000Z' },
    operatorFactorOn: console_,
    operatorRecoveryUsed: { ...console_, left: 9 },
  }
}

export function sampleBrand(preset: PresetName, name = 'DJ Danny Hectic B'): MailBrand {
  return {
    record: defaultBrand(preset, name),
    logo: null,
    siteUrl: 'https://danny.example',
    addressLines: ['12 Rye Lane', 'London SE15 5BS'],
  }
}
