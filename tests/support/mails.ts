import { setTimeout } from 'node:timers/promises'

export interface DeliveredMail {
  id: string
  subject: string
  text: string
  html: string
}

const patienceMs = 30_000

/** The mails to an address that the local outbox has, newest first. */
async function mailsTo(address: string): Promise<DeliveredMail[]> {
  const answer = await fetch(`${process.env.MAIL_OUTBOX_URL}/api/mails?to=${encodeURIComponent(address)}`)
  return ((await answer.json()) as { mails: DeliveredMail[] }).mails
}

/** Waits for the `count`-th mail to an address to be delivered by the worker, and gives the newest. */
export async function waitForMail(address: string, count = 1): Promise<DeliveredMail> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await setTimeout(200)) {
    const mails = await mailsTo(address)
    if (mails[0] && mails.length >= count) return mails[0]
  }
  throw new Error(`${patienceMs / 1000} s went by without mail number ${count} to ${address}`)
}

/** The link with a token in a mail's plain text. */
export function linkIn(mail: DeliveredMail): string {
  const link = /https?:\/\/\S+[?&]token=[\w-]+\S*/.exec(mail.text)?.[0]
  if (!link) throw new Error(`no link in "${mail.subject}"`)
  return link
}
