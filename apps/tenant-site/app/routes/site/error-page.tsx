import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { usePreset } from '@residency/ui/presets'
import { LinkButton } from '@residency/ui/site'
import type { SiteView } from '@residency/ui/views'

/** What an AppError became on its way through the edge (packages/edge). */
interface ErrorBody {
  message?: string
  requestId?: string
}

/** 404, 403, 429, 500 … in the site's own look and language, with what to do next. Reads nothing that may be broken too. */
export function ErrorPage({ error, root }: { error: unknown; root: { site: SiteView; requestId: string | null } | undefined }) {
  const { Shell, Panel } = usePreset()
  const { t } = useTranslation('common')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const body: ErrorBody = isRouteErrorResponse(error) && error.data && typeof error.data === 'object' ? (error.data as ErrorBody) : {}
  const known = status === 404 || status === 403 || status === 429 || status === 503 ? status : 500
  const title = t(`error.${known}.title`)
  const text = body.message ?? t(`error.${known}.text`)
  const requestId = body.requestId ?? root?.requestId
  if (!root) {
    return (
      <main id="main">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href="/">{t('error.home')}</a>
        </p>
      </main>
    )
  }
  return (
    <Shell site={root.site}>
      <Panel site={root.site} title={title} intro={text}>
        <p>
          <LinkButton href={root.site.homeHref}>{t('error.home')}</LinkButton>
        </p>
        {requestId ? (
          <p>
            <small>{t('error.request', { id: requestId })}</small>
          </p>
        ) : null}
      </Panel>
    </Shell>
  )
}
