import { deliverMail, type RenderMail, recordMailFailed } from '@residency/domain/mail'
import { type MailBrand, renderMail } from '@residency/emails'
import type { Handler, JobDefinition } from '../job.ts'

type Frame = Parameters<RenderMail>[2]['frame']

/** Twice the width a letterhead shows a logo at, for screens with as many pixels. */
const logoPixels = 480

function mailBrand(frame: Frame, origin: string): MailBrand {
  const { brand, logo } = frame
  return {
    record: brand,
    // PNG whatever was uploaded: mail programs show no WebP, and JPEG has nothing to see through.
    logo: logo && { url: `${origin}/media/${logo.id}?w=${logoPixels}&f=png`, width: logo.width, height: logo.height },
    siteUrl: origin,
    addressLines: [],
  }
}

const render: RenderMail = (template, props, { locale, frame, origin, timeZone }) =>
  renderMail(template, props, { locale, brand: mailBrand(frame, origin), timeZone })

export const deliverQueuedMail: Handler<'mail.deliver'> = (ctx, payload, { sender }) => deliverMail(ctx, payload, { sender, render })

export const giveUpMail: JobDefinition<'mail.deliver'>['giveUp'] = (ctx, { mailSendId }, error) => {
  ctx.log.error({ err: error, mailSendId }, 'a mail was given up')
  return recordMailFailed(ctx, { mailSendId, error: error.message })
}
