import { Form, useActionData } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Notice } from '@residency/ui/site'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

interface Props {
  feed: { createdAt: string; lastUsedAt: string | null } | null
  isMember: boolean
  /** Address of the podcast for everybody. */
  podcast: string
  zone: string
}

/** A member's own podcast address: made, shown once, made anew, switched off. */
export function FeedForm({ feed, isMember, podcast, zone }: Props) {
  const { t } = useTranslation('fanClub')
  const { date } = useFormat()
  const made = useActionData<{ done?: string; address?: string | null }>()
  const renew = useForm('renew')
  const revoke = useForm('revoke')
  const day = (at: string) => date(at, { timeZone: zone })
  return (
    <>
      <FormNotice problem={renew.problem ?? revoke.problem} done={revoke.done ? t('membership.feedRevoked') : null} />
      {made?.address ? (
        <Notice tone="good" title={t('membership.feedShown')}>
          <p className="account-secret">{made.address}</p>
          <p>{t('membership.feedRenewText')}</p>
        </Notice>
      ) : null}
      {isMember ? (
        <>
          <p>{t('membership.feedText')}</p>
          {feed ? (
            <p className="account-list-more">
              {t('membership.feedSince', { date: day(feed.createdAt) })}{' '}
              {feed.lastUsedAt ? t('membership.feedUsed', { date: day(feed.lastUsedAt) }) : t('membership.feedUnused')}
            </p>
          ) : null}
        </>
      ) : (
        <p>{t('membership.feedMembers')}</p>
      )}
      <Form method="post" className="account-actions" preventScrollReset>
        {isMember ? (
          <Submit intent="renew" weight={feed ? 'plain' : 'main'}>
            {t(feed ? 'membership.feedRenew' : 'membership.feedMake')}
          </Submit>
        ) : null}
        {feed ? (
          <Submit intent="revoke" weight="plain">
            {t('membership.feedRevoke')}
          </Submit>
        ) : null}
      </Form>
      <p>
        <a href={podcast}>{t('membership.publicFeed')}</a>
      </p>
    </>
  )
}
