import type { Desk, Letter, Template } from '../letter.ts'
import type { PropsOf } from '../props.ts'
import { when } from './told.ts'

// Letters about claims against a mix: to whoever made the claim, and to the crew who decide on it.

const happened = (desk: Desk, at: string) => ({ label: desk.t('fact.when'), value: when(desk, at) })
const about = (desk: Desk, title: string) => ({ label: desk.t('fact.mix'), value: title })
const claimed = ({ t, site }: Desk): string => t('reason.claimed', { site })
const ofDesk = ({ t, site }: Desk): string => t('reason.desk', { site })

export const claimReceived: Template<PropsOf<'claimReceived'>> = ({ title, at, url }, desk): Letter => ({
  subject: desk.t('claimReceived.subject'),
  preview: desk.t('claimReceived.preview'),
  paragraphs: [desk.t('claimReceived.body', { site: desk.site })],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('claimSee'), url },
  aside: { text: desk.t('claimReceived.aside') },
  reason: claimed(desk),
})

export const claimUpheld: Template<PropsOf<'claimUpheld'>> = ({ title, at, url, decision }, desk) => ({
  subject: desk.t('claimUpheld.subject'),
  preview: desk.t('claimUpheld.preview'),
  paragraphs: [desk.t('claimUpheld.body'), decision],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('claimSee'), url },
  reason: claimed(desk),
})

export const claimRejected: Template<PropsOf<'claimRejected'>> = ({ title, at, url, decision }, desk) => ({
  subject: desk.t('claimRejected.subject'),
  preview: desk.t('claimRejected.preview'),
  paragraphs: [desk.t('claimRejected.body'), decision],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('claimSee'), url },
  reason: claimed(desk),
})

export const claimCountered: Template<PropsOf<'claimCountered'>> = ({ title, url, until }, desk) => ({
  subject: desk.t('claimCountered.subject'),
  preview: desk.t('claimCountered.preview'),
  paragraphs: [desk.t('claimCountered.body'), desk.t('claimCountered.then')],
  facts: [about(desk, title), { label: desk.t('fact.backOn'), value: when(desk, until) }],
  action: { label: desk.t('claimCountered.action'), url },
  reason: claimed(desk),
})

export const claimRestored: Template<PropsOf<'claimRestored'>> = ({ title, at, url }, desk) => ({
  subject: desk.t('claimRestored.subject'),
  preview: desk.t('claimRestored.preview'),
  paragraphs: [desk.t('claimRestored.body')],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('claimSee'), url },
  reason: claimed(desk),
})

export const mixReported: Template<PropsOf<'mixReported'>> = ({ title, at, url }, desk) => ({
  subject: desk.t('mixReported.subject'),
  preview: desk.t('mixReported.preview'),
  paragraphs: [desk.t('mixReported.body')],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('mixReported.action'), url },
  reason: ofDesk(desk),
})

export const mixTakenDown: Template<PropsOf<'mixTakenDown'>> = ({ title, at, url, decision }, desk) => ({
  subject: desk.t('mixTakenDown.subject'),
  preview: desk.t('mixTakenDown.preview'),
  paragraphs: [desk.t('mixTakenDown.body'), decision, desk.t('mixTakenDown.then')],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('mixReported.action'), url },
  reason: ofDesk(desk),
})

export const claimContinued: Template<PropsOf<'claimContinued'>> = ({ title, at, url }, desk) => ({
  subject: desk.t('claimContinued.subject'),
  preview: desk.t('claimContinued.preview'),
  paragraphs: [desk.t('claimContinued.body')],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('mixReported.action'), url },
  reason: ofDesk(desk),
})

export const mixRestored: Template<PropsOf<'mixRestored'>> = ({ title, at, url }, desk) => ({
  subject: desk.t('mixRestored.subject'),
  preview: desk.t('mixRestored.preview'),
  paragraphs: [desk.t('mixRestored.body')],
  facts: [about(desk, title), happened(desk, at)],
  action: { label: desk.t('mixReported.action'), url },
  reason: ofDesk(desk),
})
