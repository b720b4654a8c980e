import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from '@residency/i18n/react'
import { LinkButton, PageHead } from '@residency/ui/studio'

/** What went wrong in the studio, with its words and its reference. */
export function StudioError({ error }: { error: unknown }) {
  const { t } = useTranslation('common')
  const status = isRouteErrorResponse(error) ? error.status : 500
  const body =
    isRouteErrorResponse(error) && error.data && typeof error.data === 'object'
      ? (error.data as { message?: string; requestId?: string })
      : {}
  const known = status === 404 || status === 403 || status === 429 || status === 503 ? status : 500
  return (
    <main id="main" className="studio-error">
      <PageHead title={t(`error.${known}.title`)} intro={body.message ?? t(`error.${known}.text`)} />
      <p>
        <LinkButton weight="main" href="/studio">
          {t('back')}
        </LinkButton>
      </p>
      {body.requestId ? (
        <p>
          <small>{t('error.request', { id: body.requestId })}</small>
        </p>
      ) : null}
    </main>
  )
}
