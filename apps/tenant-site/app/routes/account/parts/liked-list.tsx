import { Form } from '@remix-run/react'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { useSite } from '../../site/use-site.ts'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

interface Props {
  likes: { mixId: string; title: string; href: string | null; likedAt: string | Date }[]
  following: boolean
  zone: string
}

/** Whether one follows, and the mixes one likes. */
export function LikedList({ likes, following, zone }: Props) {
  const { t } = useTranslation('account')
  const format = useFormat()
  const { name } = useSite()
  const [follow, unlike] = [useForm('follow'), useForm('unlike')]
  return (
    <>
      <FormNotice problem={follow.problem ?? unlike.problem} done={follow.done || unlike.done ? t('listening.changed') : null} />
      <p>{t(following ? 'listening.follows' : 'listening.followsNot', { name })}</p>
      <Form method="post">
        <input type="hidden" name="following" value={following ? 'no' : 'yes'} />
        <Submit intent="follow" weight="plain">
          {t(following ? 'listening.unfollow' : 'listening.follow', { name })}
        </Submit>
      </Form>
      {likes.length === 0 ? (
        <p>{t('listening.noLikes')}</p>
      ) : (
        <ul className="account-list">
          {likes.map((mix) => (
            <li key={mix.mixId}>
              <div>
                <p className="account-list-what">{mix.href ? <a href={mix.href}>{mix.title}</a> : mix.title}</p>
                <p className="account-list-more">{format.date(mix.likedAt, { style: 'medium', timeZone: zone })}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="mixId" value={mix.mixId} />
                <Submit intent="unlike" weight="plain" label={t('listening.unlikeWhat', { title: mix.title })}>
                  {t('listening.unlike')}
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
