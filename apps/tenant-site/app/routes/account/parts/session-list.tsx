import { Form } from '@remix-run/react'
import type { SessionView } from '@residency/domain/sessions'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'
import { useWhere } from './where.ts'

type Shown = Omit<SessionView, 'createdAt' | 'lastSeenAt'> & { createdAt: string | Date; lastSeenAt: string | Date }

/** Where one is signed in, each with its own way out. `now` is the server's, so that both sides write the same words. */
export function SessionList({ sessions, zone, now }: { sessions: Shown[]; zone: string; now: string }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const where = useWhere()
  const one = useForm('end')
  const all = useForm('endOthers')
  return (
    <>
      <FormNotice
        problem={one.problem ?? all.problem}
        done={one.done ? t('security.ended') : all.done ? t('security.endedOthers') : null}
      />
      <ul className="account-list">
        {sessions.map(({ id, current, device, place, createdAt, lastSeenAt }) => {
          const name = where.device(device)
          return (
            <li key={id}>
              <div>
                <p className="account-list-what">
                  {name}
                  {current ? <strong className="account-here">{t('security.thisSession')}</strong> : null}
                </p>
                <p className="account-list-more">
                  {[
                    where.place(place),
                    current ? '' : t('security.lastSeen', { when: format.relative(lastSeenAt, new Date(now)) }),
                    t('security.since', { date: format.dateTime(createdAt, { timeZone: zone, style: 'medium' }) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {current ? null : (
                <Form method="post">
                  <input type="hidden" name="sessionId" value={id} />
                  <Submit intent="end" weight="plain" label={t('security.endLabel', { device: name })}>
                    {t('security.end')}
                  </Submit>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post">
          <Submit intent="endOthers" weight="plain">
            {t('security.endOthers')}
          </Submit>
        </Form>
      ) : (
        <p>{t('security.onlyThis')}</p>
      )}
      <p className="account-aside">{t('security.sessionsIntro')}</p>
    </>
  )
}
