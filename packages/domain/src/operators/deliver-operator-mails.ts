import { type Locale, type Logger, loadEnv } from '@residency/config'
import { claimOperatorMails, type DueOperatorMail, settleOperatorMail } from '@residency/db/relay'
import { MailError, type MailSender } from '@residency/integrations/mail'
import { decryptField } from '../secrets/index.ts'
import { type OperatorMailTemplate, operatorLocale, operatorMailPurpose, operatorMails } from './operator-mail.ts'

const atOnce = 20
/** Over half an hour: as long as a provider's bad moment. */
const mostTries = 8

/** Draws a letter: @residency/emails, given by the worker so that the domain needs no React. */
export type RenderOperatorMail = (
  template: OperatorMailTemplate,
  props: Record<string, unknown>,
  look: { locale: Locale; origin: string },
) => Promise<{ senderName: string; subject: string; html: string; text: string }>

interface Tools {
  sender: MailSender
  render: RenderOperatorMail
  log: Logger
}

/** Sends the letters to operators that are due. The provider is called outside any transaction and delivers one key once. Returns how many were tried. */
export async function deliverOperatorMails(tools: Tools): Promise<number> {
  const due = await claimOperatorMails(atOnce)
  for (const mail of due) {
    const error = await deliver(mail, tools).then(
      () => null,
      (caught: unknown) => (caught instanceof Error ? caught : new Error(String(caught))),
    )
    const isLast = error !== null && (mail.tries >= mostTries || (error instanceof MailError && error.permanent))
    if (error) tools.log[isLast ? 'error' : 'warn']({ err: error, operatorMail: mail.id }, 'a letter to an operator was not sent')
    await settleOperatorMail(mail.id, { error: error?.message ?? null, isLast })
  }
  return due.length
}

async function deliver(mail: DueOperatorMail, { sender, render }: Tools): Promise<void> {
  const template = operatorMails.find((name) => name === mail.template)
  if (!template) throw new Error(`There is no letter ${mail.template}`)
  const { MAIL_DOMAIN, PUBLIC_PROTOCOL, PLATFORM_DOMAIN, PLATFORM_PUBLIC_PORT } = loadEnv()
  const origin = `${PUBLIC_PROTOCOL}://${PLATFORM_DOMAIN}${PLATFORM_PUBLIC_PORT ? `:${PLATFORM_PUBLIC_PORT}` : ''}`
  const props = { ...JSON.parse(decryptField(mail.payload, operatorMailPurpose)), url: `${origin}/console` }
  const { senderName, ...letter } = await render(template, props, { locale: operatorLocale(mail.locale, 'en'), origin })
  await sender.send({
    from: { name: senderName, address: `console@${MAIL_DOMAIN}` },
    to: mail.recipient,
    ...letter,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    idempotencyKey: mail.id,
  })
}
