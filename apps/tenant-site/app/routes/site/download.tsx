import { type LoaderFunctionArgs, redirectDocument } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { downloadSchema, requireDownload } from '@residency/domain/downloads'
import { openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import { useEffect } from 'react'
import { metaOf, seo } from '../../shape/seo.ts'
import { siteOf } from '../../shape/site-request.ts'
import { useSite } from './use-site.ts'

const againSeconds = 5

/** `/downloads/<mixId>[?format=mp3]`: leads to the file, or waits while it is being made. */
export const loader = (args: LoaderFunctionArgs) =>
  openLoader(
    args,
    {
      access: 'signed-in',
      params: downloadSchema.pick({ mixId: true }),
      search: downloadSchema.pick({ format: true }).extend({ format: downloadSchema.shape.format.catch(null) }),
    },
    async ({ ctx, scope, params, search }) => {
      const found = await requireDownload(ctx, { ...params, ...search })
      if (found.state === 'ready') throw redirectDocument(found.url)
      return { title: found.title, seo: seo(siteOf(scope), { title: found.title, index: false }) }
    },
  )

export const meta = (given: { data: unknown }) => [
  ...metaOf(given),
  // Where there are no scripts the page asks again by itself.
  { tagName: 'meta', httpEquiv: 'refresh', content: String(againSeconds) },
]

export default function DownloadPage() {
  const { title } = useLoaderData<typeof loader>()
  const { Panel } = usePreset()
  const { t } = useTranslation('fanClub')
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, againSeconds * 1_000)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Panel site={useSite()} title={title} intro={t('download.preparing')}>
      <p role="status">{t('download.again')}</p>
      <p>
        <LinkButton href="?">{t('download.now')}</LinkButton>
      </p>
    </Panel>
  )
}
