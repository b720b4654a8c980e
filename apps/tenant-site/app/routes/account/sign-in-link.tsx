import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requestMagicLink, requestMagicLinkSchema } from '@residency/domain/identity'
import { openAction, openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { metaOf } from '../../shape/seo.ts'
import { pageHead } from './page-head.ts'
import { AskForMail } from './parts/ask-for-mail.tsx'
import { accountHref, goal, leaveIfSignedIn } from './passing.ts'

export { links } from './styles.ts'

const form = requestMagicLinkSchema.extend({ returnTo: requestMagicLinkSchema.shape.returnTo.catch(null) })

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope, url }) => {
    const returnTo = url.searchParams.get('returnTo')
    leaveIfSignedIn(scope, returnTo)
    return { returnTo: returnTo === null ? null : goal(scope, returnTo), seo: pageHead(scope, 'byLink') }
  })

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'anyone', form }, async ({ ctx, form, scope }) => {
    await requestMagicLink(ctx, form)
    return redirect(accountHref(scope, '/check-mail/link'), 303)
  })

export const meta = metaOf

export default function SignInLinkPage() {
  const { returnTo } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <AskForMail
      title={t('byLink.title')}
      intro={t('byLink.intro')}
      submit={t('byLink.submit')}
      back={t('byLink.back')}
      returnTo={returnTo}
    />
  )
}
