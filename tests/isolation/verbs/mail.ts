import * as mail from '@residency/domain/mail'
import { attack, type SliceWalk } from './attack.ts'

export const walk: SliceWalk = {
  verbs: mail,
  attacks: [
    attack('openMail', 'own', (ctx, a) => mail.openMail(ctx, { mailSendId: a.ids.mail })),
    attack('recordMailEvent', 'own', (ctx, a) =>
      mail.recordMailEvent(ctx, { mailSendId: a.ids.mail, kind: 'complained', permanent: true, detail: 'x' }),
    ),
    attack('recordMailSent', 'own', (ctx, a) => mail.recordMailSent(ctx, { mailSendId: a.ids.mail, providerId: 'x' })),
    attack('recordMailFailed', 'own', (ctx, a) => mail.recordMailFailed(ctx, { mailSendId: a.ids.mail, error: 'x' })),
    attack('releaseAddress', 'own', (ctx, a) => mail.releaseAddress(ctx, { recipient: `gone-${a.canary}@crew.example` })),
  ],
  without: ['suppressAddress', 'deliverMail', 'queueMail', 'sweepMails', 'isMailTemplate', 'mailReference', 'readMailReference'],
}
