import { Form } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { TextInput } from '@residency/ui/site'
import { useSite } from '../../site/use-site.ts'
import { FormNotice } from './form-notice.tsx'
import { Submit } from './submit.tsx'
import { useForm, useHref } from './use-account.ts'

interface Props {
  title: string
  intro: string
  submit: string
  back: string
  returnTo?: string | null
}

/** An address, to which a link is sent. */
export function AskForMail({ title, intro, submit, back, returnTo }: Props) {
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const href = useHref()
  const { problem, error, typed } = useForm()
  return (
    <Panel site={useSite()} title={title} intro={intro}>
      <FormNotice problem={problem} />
      <Form method="post" className="account-form">
        <TextInput
          name="email"
          type="email"
          label={t('field.email')}
          autoComplete="username"
          required
          defaultValue={typed('email')}
          error={error('email')}
        />
        {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
        <Submit>{submit}</Submit>
      </Form>
      <p className="account-aside">
        <a href={href('/sign-in')}>{back}</a>
      </p>
    </Panel>
  )
}
