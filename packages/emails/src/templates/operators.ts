import type { Desk, Letter, Template } from '../letter.ts'
import type { PropsOf } from '../props.ts'
import { deviceName, when } from './told.ts'

type Happening = 'operatorSignIn' | 'operatorTries' | 'operatorCodeTries' | 'operatorFactorOn' | 'operatorRecoveryUsed'

/** What all letters to operators have in common: what happened, when, and whom to tell if it was somebody else. */
function letterOf(
  desk: Desk,
  kind: Happening,
  { at, url }: { at: string; url: string },
  more: Partial<Letter> & { facts?: NonNullable<Letter['facts']> } = {},
): Letter {
  const { t } = desk
  return {
    subject: t(`${kind}.subject`),
    preview: t(`${kind}.preview`),
    paragraphs: [t(`${kind}.body`), ...(more.paragraphs ?? [])],
    facts: [{ label: t('fact.when'), value: when(desk, at) }, ...(more.facts ?? [])],
    action: { label: t('operatorAction'), url },
    aside: { text: t('operatorAside') },
    reason: t('reason.operator', { site: desk.site }),
  }
}

const rests = (desk: Desk, until: string) => ({ label: desk.t('fact.until'), value: when(desk, until) })

export const operatorSignIn: Template<PropsOf<'operatorSignIn'>> = ({ browser, system, network, ...told }, desk) =>
  letterOf(desk, 'operatorSignIn', told, {
    facts: [
      { label: desk.t('fact.device'), value: deviceName(desk, browser, system) },
      ...(network ? [{ label: desk.t('fact.place'), value: network }] : []),
    ],
  })

export const operatorTries: Template<PropsOf<'operatorTries'>> = ({ until, ...told }, desk) =>
  letterOf(desk, 'operatorTries', told, { facts: [rests(desk, until)] })

export const operatorCodeTries: Template<PropsOf<'operatorCodeTries'>> = ({ until, ...told }, desk) =>
  letterOf(desk, 'operatorCodeTries', told, { facts: [rests(desk, until)] })

export const operatorFactorOn: Template<PropsOf<'operatorFactorOn'>> = (told, desk) => letterOf(desk, 'operatorFactorOn', told)

export const operatorRecoveryUsed: Template<PropsOf<'operatorRecoveryUsed'>> = ({ left, ...told }, desk) =>
  letterOf(desk, 'operatorRecoveryUsed', told, { paragraphs: [desk.t('recoveryCodeUsed.left', { count: left })] })
