import { invitationDays } from '@residency/domain/crew'
import { tokenLifeMs } from '@residency/domain/identity'
import { mailTemplates } from '@residency/domain/mail'
import { operatorMails } from '@residency/domain/operators'
import { jobSchemas } from '@residency/domain/outbox'
import { linkMinutes, mailProps } from '@residency/emails'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'

describe('the catalogue', () => {
  it('has a handler for every job of the domain', () => expect(Object.keys(catalogue).sort()).toEqual(Object.keys(jobSchemas).sort()))
  it('tries everything again that may pass', () => {
    for (const { attempts, backoffMs } of Object.values(catalogue)) {
      expect(attempts).toBeGreaterThan(1)
      expect(backoffMs).toBeGreaterThan(0)
    }
  })
})

it('every mail of the domain has a letter, and no letter is never sent', () =>
  expect(Object.keys(mailProps).sort()).toEqual([...Object.keys(mailTemplates), ...operatorMails].sort()))

it('letters say as long as their links work', () => {
  const minutes = (ms: number) => ms / 60_000
  expect(linkMinutes).toEqual({
    verifyEmail: minutes(tokenLifeMs.verify_email),
    magicLink: minutes(tokenLifeMs.magic_link),
    resetPassword: minutes(tokenLifeMs.reset_password),
    emailChange: minutes(tokenLifeMs.change_email),
    crewInvitation: invitationDays * 24 * 60,
    secondFactorOn: minutes(tokenLifeMs.undo_second_factor),
  })
})
