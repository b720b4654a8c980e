import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm } from './use-account.ts'

/** Sounds one has made in the sound room. */
export function SoundList({ sounds }: { sounds: { id: string; name: string }[] }) {
  const { t } = useTranslation('account')
  const { problem, done } = useForm('sound')
  return (
    <>
      <FormNotice problem={problem} done={done ? t('listening.soundDeleted') : null} />
      {sounds.length === 0 ? (
        <p>{t('listening.noSounds')}</p>
      ) : (
        <ul className="account-list">
          {sounds.map(({ id, name }) => (
            <li key={id}>
              <div>
                <p className="account-list-what">{name}</p>
              </div>
              <Form method="post">
                <input type="hidden" name="id" value={id} />
                <Submit intent="sound" weight="plain" label={t('listening.soundDeleteWhat', { name })}>
                  {t('listening.soundDelete')}
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
