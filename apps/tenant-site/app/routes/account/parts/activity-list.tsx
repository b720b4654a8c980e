import type { Activity } from '@residency/domain/identity'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { useWhere } from './where.ts'

type Shown = Omit<Activity, 'at'> & { at: string | Date }

const known = [
  ...['signedUp', 'verified', 'signedIn', 'signedOut', 'signedOutEverywhere', 'passwordChanged', 'passwordReset', 'emailChangeAsked'],
  ...[
    'emailChanged',
    'secondFactorOn',
    'secondFactorOff',
    'secondFactorUndone',
    'recoveryCodesRenewed',
    'profileChanged',
    'dataExported',
    'consentGiven',
    'consentWithdrawn',
  ],
] as const

/** What happened to the account: somebody who sees a line that was not theirs knows what to do. */
export function ActivityList({ activity, zone }: { activity: Shown[]; zone: string }) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const where = useWhere()
  if (activity.length === 0) return <p>{t('profile.activityNone')}</p>
  return (
    <ol className="account-list">
      {activity.map(({ id, what, at, browser, system, place }) => (
        <li key={id}>
          <p className="account-list-what">
            {t(known.some((each) => each === what) ? (`activity.${what}` as 'activity.signedIn') : 'activity.other')}
          </p>
          <p className="account-list-more">
            <time dateTime={new Date(at).toISOString()}>{format.dateTime(at, { timeZone: zone, style: 'medium' })}</time>
            {[browser || system ? where.device({ browser, system }) : '', where.place(place)]
              .filter(Boolean)
              .map((known) => ` · ${known}`)
              .join('')}
          </p>
        </li>
      ))}
    </ol>
  )
}
