import { intlTags } from '@residency/i18n'
import type { Desk, Letter, Template } from '../letter.ts'
import type { PropsOf } from '../props.ts'
import { deviceName, ofAccount, when } from './told.ts'

export const accountExists: Template<PropsOf<'accountExists'>> = ({ signInUrl, resetUrl }, desk): Letter => ({
  subject: desk.t('accountExists.subject'),
  preview: desk.t('accountExists.preview'),
  paragraphs: [desk.t('accountExists.body', { site: desk.site })],
  action: { label: desk.t('accountExists.action'), url: signInUrl },
  aside: { text: desk.t('accountExists.aside'), action: { label: desk.t('forgot'), url: resetUrl } },
  reason: ofAccount(desk),
})

export const passwordChanged: Template<PropsOf<'passwordChanged'>> = ({ at, resetUrl }, desk) => ({
  subject: desk.t('passwordChanged.subject'),
  preview: desk.t('passwordChanged.preview'),
  paragraphs: [desk.t('passwordChanged.body')],
  facts: [{ label: desk.t('fact.when'), value: when(desk, at) }],
  aside: { text: desk.t('passwordChanged.aside'), action: { label: desk.t('newPassword'), url: resetUrl } },
  reason: ofAccount(desk),
})

export const emailChangeNotice: Template<PropsOf<'emailChangeNotice'>> = ({ at, newEmail, securityUrl }, desk) => ({
  subject: desk.t('emailChangeNotice.subject'),
  preview: desk.t('emailChangeNotice.preview'),
  paragraphs: [desk.t('emailChangeNotice.body')],
  facts: [
    { label: desk.t('fact.newAddress'), value: newEmail },
    { label: desk.t('fact.when'), value: when(desk, at) },
  ],
  aside: { text: desk.t('emailChangeNotice.aside'), action: { label: desk.t('checkAccount'), url: securityUrl } },
  reason: ofAccount(desk),
})

export const newSignIn: Template<PropsOf<'newSignIn'>> = ({ at, browser, system, network, region, securityUrl }, desk) => {
  const { t } = desk
  const device = deviceName(desk, browser, system)
  const place = [countryName(desk, region), network].filter(Boolean).join(', ')
  return {
    subject: t('newSignIn.subject'),
    preview: t('newSignIn.preview'),
    paragraphs: [t('newSignIn.body')],
    facts: [
      { label: t('fact.when'), value: when(desk, at) },
      { label: t('fact.device'), value: device },
      ...(place ? [{ label: t('fact.place'), value: place }] : []),
    ],
    aside: { text: t('newSignIn.aside'), action: { label: t('checkAccount'), url: securityUrl } },
    reason: ofAccount(desk),
  }
}

/** A country in the reader's language; what is no country code is left out. */
function countryName({ locale }: Desk, region: string | null): string | null {
  if (!region || !/^[A-Z]{2}$/.test(region)) return null
  return new Intl.DisplayNames(intlTags[locale], { type: 'region', fallback: 'none' }).of(region) ?? null
}

export const dataExport: Template<PropsOf<'dataExport'>> = ({ at, securityUrl }, desk) => ({
  subject: desk.t('dataExport.subject'),
  preview: desk.t('dataExport.preview'),
  paragraphs: [desk.t('dataExport.body')],
  facts: [{ label: desk.t('fact.when'), value: when(desk, at) }],
  aside: { text: desk.t('dataExport.aside'), action: { label: desk.t('checkAccount'), url: securityUrl } },
  reason: ofAccount(desk),
})

export const accountDeleted: Template<PropsOf<'accountDeleted'>> = ({ at }, desk) => ({
  subject: desk.t('accountDeleted.subject'),
  preview: desk.t('accountDeleted.preview'),
  paragraphs: [desk.t('accountDeleted.body'), desk.t('accountDeleted.thanks')],
  facts: [{ label: desk.t('fact.when'), value: when(desk, at) }],
  reason: desk.t('reason.deleted', { site: desk.site }),
})
