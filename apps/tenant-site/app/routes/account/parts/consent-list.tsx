import { Form } from '@remix-run/react'
import type { ConsentView } from '@residency/domain/consent'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

type Shown = Omit<ConsentView, 'at'> & { at: string | Date }

/** What was agreed to, each taken back as easily as it was given. The terms are what the account stands on: leaving them is deleting it. */
export function ConsentList({ consents, zone }: { consents: Shown[]; zone: string }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { problem, done } = useForm('consent')
  if (consents.length === 0) return <p>{t('privacy.consentNone')}</p>
  return (
    <>
      <FormNotice problem={problem} done={done ? t('privacy.changed') : null} />
      <ul className="account-list">
        {consents.map(({ kind, granted, at }) => {
          const name = t(`privacy.kind.${kind}`)
          const date = format.date(at, { timeZone: zone })
          return (
            <li key={kind}>
              <div>
                <p className="account-list-what">{name}</p>
                <p className="account-list-more">{granted ? t('privacy.given', { date }) : t('privacy.refused', { date })}</p>
              </div>
              {kind === 'terms' ? null : (
                <Form method="post">
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="granted" value={granted ? 'no' : 'yes'} />
                  <Submit
                    intent="consent"
                    weight="plain"
                    label={granted ? t('privacy.withdrawLabel', { kind: name }) : t('privacy.giveLabel', { kind: name })}
                  >
                    {granted ? t('privacy.withdraw') : t('privacy.give')}
                  </Submit>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
