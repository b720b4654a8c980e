import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { signInOperator, signInOperatorSchema } from '@residency/domain/operators'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, PageHead, TextInput } from '@residency/ui/studio'
import { openDoor, withForm } from '../doors.ts'
import { problemOf } from '../form-problem.ts'
import { operatorCookie } from '../operator-cookie.ts'

export const loader = (args: LoaderFunctionArgs) => {
  const { platform } = openDoor(args, 'anyone')
  if (platform.session) throw redirect(platform.session.isComplete ? '/console' : '/console/second-factor')
  return null
}

export const action = (args: ActionFunctionArgs) => {
  const { platform } = openDoor(args, 'anyone')
  return withForm(args, signInOperatorSchema, async (form) => {
    platform.cookies.push(operatorCookie(await signInOperator(platform.request, form)))
    throw redirect('/console/second-factor')
  })
}

export const meta = () => [{ title: 'Console' }, { name: 'robots', content: 'noindex' }]

export default function SignIn() {
  const problem = problemOf(useActionData<typeof action>())
  const { t } = useTranslation('platform')
  return (
    <main id="main" className="narrow">
      <PageHead title={t('signIn.title')} intro={t('signIn.intro')} />
      {problem ? <Notice tone="bad">{problem.message}</Notice> : null}
      <Form method="post" className="stack">
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          required
          label={t('signIn.email')}
          error={problem?.fields.email}
          defaultValue={problem?.values.email}
        />
        <TextInput
          name="password"
          type="password"
          autoComplete="current-password"
          required
          label={t('signIn.password')}
          error={problem?.fields.password}
        />
        <p>
          <Button type="submit" weight="main">
            {t('signIn.go')}
          </Button>
        </p>
      </Form>
    </main>
  )
}
