import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import { metaOf } from '../../shape/seo.ts'
import { useSite } from '../site/use-site.ts'
import { pageHead } from './page-head.ts'

export { links } from './styles.ts'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'anyone' }, ({ scope }) => ({ seo: pageHead(scope, 'goodbye') }))

export const meta = metaOf

export default function GoodbyePage() {
  const { Panel } = usePreset()
  const { t } = useTranslation('account')
  const site = useSite()
  return (
    <Panel site={site} title={t('goodbye.title')} intro={t('goodbye.intro')}>
      <LinkButton href={site.homeHref}>{t('sent.home', { site: site.name })}</LinkButton>
    </Panel>
  )
}
