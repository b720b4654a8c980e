import type { Desk, Letter, Template } from '../letter.ts'
import { lifetime, linkMinutes } from '../lifetimes.ts'
import type { PropsOf } from '../props.ts'
import { ofAccount, when } from './told.ts'

const happened = (desk: Desk, at: string) => ({ label: desk.t('fact.when'), value: when(desk, at) })
const rests = (desk: Desk, until: string) => ({ label: desk.t('fact.until'), value: when(desk, until) })

export const emailChanged: Template<PropsOf<'emailChanged'>> = ({ at, newEmail }, desk): Letter => ({
  subject: desk.t('emailChanged.subject'),
  preview: desk.t('emailChanged.preview'),
  paragraphs: [desk.t('emailChanged.body', { site: desk.site })],
  facts: [{ label: desk.t('fact.newAddress'), value: newEmail }, happened(desk, at)],
  aside: { text: desk.t('emailChanged.aside', { site: desk.site }) },
  reason: desk.t('reason.deleted', { site: desk.site }),
})

export const signInTries: Template<PropsOf<'signInTries'>> = ({ at, until, signInUrl, resetUrl }, desk) => ({
  subject: desk.t('signInTries.subject'),
  preview: desk.t('signInTries.preview'),
  paragraphs: [desk.t('signInTries.body'), desk.t('signInTries.rest')],
  facts: [happened(desk, at), rests(desk, until)],
  action: { label: desk.t('signInTries.action'), url: signInUrl },
  aside: { text: desk.t('signInTries.aside'), action: { label: desk.t('newPassword'), url: resetUrl } },
  reason: ofAccount(desk),
})

export const codeTries: Template<PropsOf<'codeTries'>> = ({ at, until, resetUrl }, desk) => ({
  subject: desk.t('codeTries.subject'),
  preview: desk.t('codeTries.preview'),
  paragraphs: [desk.t('codeTries.body'), desk.t('codeTries.then')],
  facts: [happened(desk, at), rests(desk, until)],
  action: { label: desk.t('newPassword'), url: resetUrl },
  reason: ofAccount(desk),
})

export const secondFactorOn: Template<PropsOf<'secondFactorOn'>> = ({ at, undoUrl }, desk) => ({
  subject: desk.t('secondFactorOn.subject'),
  preview: desk.t('secondFactorOn.preview'),
  paragraphs: [desk.t('secondFactorOn.body')],
  facts: [happened(desk, at)],
  aside: {
    text: desk.t('secondFactorOn.aside', { lifetime: lifetime(desk.format, linkMinutes.secondFactorOn) }),
    action: { label: desk.t('secondFactorOn.undo'), url: undoUrl },
  },
  reason: ofAccount(desk),
})

export const secondFactorOff: Template<PropsOf<'secondFactorOff'>> = ({ at, resetUrl }, desk) => ({
  subject: desk.t('secondFactorOff.subject'),
  preview: desk.t('secondFactorOff.preview'),
  paragraphs: [desk.t('secondFactorOff.body')],
  facts: [happened(desk, at)],
  aside: { text: desk.t('secondFactorOff.aside'), action: { label: desk.t('newPassword'), url: resetUrl } },
  reason: ofAccount(desk),
})

export const recoveryCodeUsed: Template<PropsOf<'recoveryCodeUsed'>> = ({ at, left, securityUrl }, desk) => ({
  subject: desk.t('recoveryCodeUsed.subject'),
  preview: desk.t('recoveryCodeUsed.preview'),
  paragraphs: [desk.t('recoveryCodeUsed.body'), desk.t('recoveryCodeUsed.left', { count: left })],
  facts: [happened(desk, at)],
  aside: { text: desk.t('recoveryCodeUsed.aside'), action: { label: desk.t('checkAccount'), url: securityUrl } },
  reason: ofAccount(desk),
})

export const recoveryCodesRenewed: Template<PropsOf<'recoveryCodesRenewed'>> = ({ at, securityUrl }, desk) => ({
  subject: desk.t('recoveryCodesRenewed.subject'),
  preview: desk.t('recoveryCodesRenewed.preview'),
  paragraphs: [desk.t('recoveryCodesRenewed.body')],
  facts: [happened(desk, at)],
  aside: { text: desk.t('recoveryCodesRenewed.aside'), action: { label: desk.t('checkAccount'), url: securityUrl } },
  reason: ofAccount(desk),
})
