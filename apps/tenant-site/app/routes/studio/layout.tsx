import type { LinksFunction, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useNavigate, useNavigation, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { allows, permissionNames } from '@residency/domain/policy'
import { openLoader } from '@residency/edge/routes'
import { useTranslation } from '@residency/i18n/react'
import { AppearanceSwitch, AppFrame, type NavGroup } from '@residency/ui/studio'
import studioCss from '@residency/ui/styles/studio.css?url'
import { StudioError } from './studio-error.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'studio.view' }, async ({ ctx, scope }) => ({
    name: scope.facts.frame.brand.name,
    accountId: ctx.actor.accountId,
    accountName: ctx.actor.name,
    may: permissionNames.filter((permission) => allows(ctx.actor, permission)),
    mode: scope.facts.visitor.mode ?? ('auto' as const),
    locale: ctx.locale,
    ownLocale: ctx.tenant.locale,
    locales: scope.facts.frame.locales,
    timeZone: ctx.tenant.timeZone,
    origin: scope.facts.publicOrigin,
  }))

export type StudioData = SerializeFrom<typeof loader>

/** What every page of the studio knows: who works in it, what they may do, the site's languages. */
export function useStudio(): StudioData {
  const data = useRouteLoaderData<typeof loader>('studio')
  if (!data) throw new Error('This page stands outside the studio')
  return data
}

export const meta = ({ data }: { data?: StudioData }) => [{ title: data?.name ?? '' }, { name: 'robots', content: 'noindex' }]

function useGroups(data: StudioData): NavGroup[] {
  const { t } = useTranslation('studio')
  const { pathname } = useLocation()
  const item = (href: string, label: string) => ({
    href,
    label,
    current: href === '/studio' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`),
  })
  const may = new Set<string>(data.may)
  return [
    { items: [item('/studio', t('nav.overview')), ...(may.has('insight.view') ? [item('/studio/insight', t('nav.insight'))] : [])] },
    {
      label: t('nav.site'),
      items: [
        ...(may.has('brand.edit') ? [item('/studio/brand', t('nav.brand'))] : []),
        ...(may.has('pages.edit') ? [item('/studio/pages', t('nav.pages'))] : []),
        ...(may.has('catalogue.edit') ? [item('/studio/mixes', t('nav.mixes'))] : []),
        ...(may.has('events.edit') ? [item('/studio/events', t('nav.events'))] : []),
        ...(may.has('links.edit') ? [item('/studio/links', t('nav.links'))] : []),
        ...(may.has('media.edit') ? [item('/studio/media', t('nav.media'))] : []),
        ...(may.has('slugs.edit') ? [item('/studio/addresses', t('nav.addresses'))] : []),
      ],
    },
    {
      label: t('nav.team'),
      items: [
        ...(may.has('members.view') ? [item('/studio/fan-club', t('nav.fanClub'))] : []),
        ...(may.has('moderation.act') ? [item('/studio/comments', t('nav.comments'))] : []),
        ...(may.has('takedowns.decide') ? [item('/studio/takedowns', t('nav.takedowns'))] : []),
        ...(may.has('crew.view') ? [item('/studio/crew', t('nav.crew'))] : []),
        ...(may.has('settings.edit') ? [item('/studio/settings', t('nav.settings'))] : []),
        ...(may.has('audit.view') ? [item('/studio/audit', t('nav.audit'))] : []),
      ],
    },
  ].filter((group) => group.items.length > 0)
}

export default function StudioLayout() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const pending = useNavigation().state === 'loading'
  const groups = useGroups(data)
  return (
    <AppFrame
      name={data.name}
      homeHref="/studio"
      groups={groups}
      navigate={navigate}
      pending={pending}
      commands={[
        { id: 'site', label: t('nav.openSite'), group: t('nav.site'), href: '/' },
        { id: 'account', label: t('nav.account'), group: t('nav.team'), href: '/account' },
        { id: 'sessions', label: t('nav.sessions'), group: t('nav.team'), href: '/account/security' },
      ]}
      foot={
        <>
          <p>
            <a href="/account/security">{data.accountName}</a>
          </p>
          <p>
            <a href="/">{t('nav.openSite')}</a>
          </p>
          <AppearanceSwitch mode={data.mode} returnTo={pathname} />
        </>
      }
    >
      <Outlet />
    </AppFrame>
  )
}

export function ErrorBoundary() {
  return <StudioError error={useRouteError()} />
}
