import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { beginOperatorEnrolment, operatorCodeSchema, passOperatorSecondFactor } from '@residency/domain/operators'
import { useTranslation } from '@residency/i18n/react'
import { qrPath } from '@residency/ui/qr'
import { Button, LinkButton, Notice, PageHead, TextInput } from '@residency/ui/studio'
import { openDoor, withForm } from '../doors.ts'
import { problemOf } from '../form-problem.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const { session } = openDoor(args, 'half')
  if (session.isComplete) throw redirect('/console')
  if (!session.mustEnrol) return { enrolment: null }
  const { secret, uri } = await beginOperatorEnrolment(session)
  return { enrolment: { secret, qr: qrPath(uri) } }
}

export const action = (args: ActionFunctionArgs) => {
  const { session, platform } = openDoor(args, 'half')
  return withForm(args, operatorCodeSchema, async (form) => {
    const { recoveryCodes } = await passOperatorSecondFactor(session, platform.request, form)
    if (!recoveryCodes) throw redirect('/console')
    return { recoveryCodes }
  })
}

export const meta = () => [{ title: 'Console' }, { name: 'robots', content: 'noindex' }]

export default function SecondFactor() {
  const { enrolment } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('platform')
  const codes = answer && 'recoveryCodes' in answer ? answer.recoveryCodes : null
  const problem = problemOf(answer)
  if (codes) {
    return (
      <main id="main" className="narrow">
        <PageHead title={t('factor.codesTitle')} intro={t('factor.codesIntro')} />
        <ul className="codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <LinkButton href="/console" weight="main">
            {t('factor.toConsole')}
          </LinkButton>
        </p>
      </main>
    )
  }
  return (
    <main id="main" className="narrow">
      <PageHead title={t('factor.title')} intro={enrolment ? t('factor.enrolIntro') : t('factor.intro')} />
      {problem ? <Notice tone="bad">{problem.message}</Notice> : null}
      {enrolment ? (
        <>
          <svg className="qr" viewBox={`0 0 ${enrolment.qr.size} ${enrolment.qr.size}`} role="img" aria-label={t('factor.qr')}>
            <path d={enrolment.qr.path} />
          </svg>
          <p>
            {t('factor.bySecret')} <code>{enrolment.secret}</code>
          </p>
        </>
      ) : null}
      <Form method="post" className="stack">
        <TextInput
          name="code"
          inputMode="text"
          autoComplete="one-time-code"
          required
          label={t('factor.code')}
          hint={enrolment ? undefined : t('factor.recovery')}
        />
        <p>
          <Button type="submit" weight="main">
            {t('factor.go')}
          </Button>
        </p>
      </Form>
      <Form method="post" action="/console/sign-out">
        <Button type="submit" weight="quiet">
          {t('signOut')}
        </Button>
      </Form>
    </main>
  )
}
