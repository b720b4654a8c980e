import type { Desk, Letter, Template } from '../letter.ts'
import { lifetime, linkMinutes } from '../lifetimes.ts'
import type { PropsOf } from '../props.ts'

const note = ({ t, format }: Desk, template: keyof typeof linkMinutes): string =>
  t('linkNote', { lifetime: lifetime(format, linkMinutes[template]) })
const asked = ({ t, site }: Desk): string => t('reason.asked', { site })

export const verifyEmail: Template<PropsOf<'verifyEmail'>> = ({ url }, desk): Letter => ({
  subject: desk.t('verifyEmail.subject'),
  preview: desk.t('verifyEmail.preview'),
  paragraphs: [desk.t('verifyEmail.body')],
  action: { label: desk.t('verifyEmail.action'), url, note: note(desk, 'verifyEmail') },
  aside: { text: desk.t('verifyEmail.aside') },
  reason: asked(desk),
})

export const magicLink: Template<PropsOf<'magicLink'>> = ({ url }, desk) => ({
  subject: desk.t('magicLink.subject'),
  preview: desk.t('magicLink.preview'),
  paragraphs: [desk.t('magicLink.body')],
  action: { label: desk.t('magicLink.action'), url, note: note(desk, 'magicLink') },
  aside: { text: desk.t('magicLink.aside') },
  reason: asked(desk),
})

export const resetPassword: Template<PropsOf<'resetPassword'>> = ({ url }, desk) => ({
  subject: desk.t('resetPassword.subject'),
  preview: desk.t('resetPassword.preview'),
  paragraphs: [desk.t('resetPassword.body')],
  action: { label: desk.t('resetPassword.action'), url, note: note(desk, 'resetPassword') },
  aside: { text: desk.t('resetPassword.aside') },
  reason: asked(desk),
})

export const emailChange: Template<PropsOf<'emailChange'>> = ({ url }, desk) => ({
  subject: desk.t('emailChange.subject'),
  preview: desk.t('emailChange.preview'),
  paragraphs: [desk.t('emailChange.body')],
  action: { label: desk.t('emailChange.action'), url, note: note(desk, 'emailChange') },
  aside: { text: desk.t('emailChange.aside') },
  reason: asked(desk),
})

export const crewInvitation: Template<PropsOf<'crewInvitation'>> = ({ url, role, invitedBy }, desk) => {
  const { t, site } = desk
  return {
    subject: t('crewInvitation.subject', { site }),
    preview: t('crewInvitation.preview'),
    paragraphs: [t('crewInvitation.body', { invitedBy, site }), t(`crewInvitation.role.${role}`)],
    action: { label: t('crewInvitation.action'), url, note: note(desk, 'crewInvitation') },
    aside: { text: t('crewInvitation.aside') },
    reason: t('reason.invited', { site }),
  }
}
