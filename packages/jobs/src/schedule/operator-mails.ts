import type { Logger } from '@residency/config'
import { deliverOperatorMails, type RenderOperatorMail } from '@residency/domain/operators'
import { platformBrand, renderMail } from '@residency/emails'
import type { MailSender } from '@residency/integrations/mail'

const everyMs = 2_000

const render: RenderOperatorMail = async (template, props, { locale, origin }) => {
  const brand = platformBrand(origin, locale)
  return { senderName: brand.record.name, ...(await renderMail(template, props, { locale, brand, timeZone: 'UTC' })) }
}

/**
 * Sends letters to operators. They are the installation's, no tenant's, so no job carries them: their table is their queue, and it needs no Redis.
 * A word about a thief in the console must not wait for it.
 */
export function startOperatorMails({ sender, log }: { sender: MailSender; log: Logger }): { close(): Promise<void> } {
  let closed = false
  let failing = false
  let timer: NodeJS.Timeout
  let work: Promise<void> = Promise.resolve()
  const step = async (): Promise<void> => {
    try {
      await deliverOperatorMails({ sender, render, log })
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, 'letters to operators can’t be looked for; trying again')
      failing = true
    }
    if (!closed) plan()
  }
  const plan = (): void => {
    timer = setTimeout(() => {
      work = step()
    }, everyMs)
  }
  plan()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await work
    },
  }
}
