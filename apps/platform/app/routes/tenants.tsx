import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { loadEnv } from '@residency/config'
import { listTenants, listTenantsSchema } from '@residency/domain/operators'
import { useFormat, useTranslation } from '@residency/i18n/react'
import { Badge, Button, EmptyState, LinkButton, PageHead, TabLinks, Table } from '@residency/ui/studio'
import { openDoor } from '../doors.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const { ctx, session } = openDoor(args, 'operator', 'console: list of tenants')
  const asked = listTenantsSchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const { TENANT_PARENT_DOMAIN, PUBLIC_PROTOCOL, PUBLIC_PORT } = loadEnv()
  const list = await listTenants(ctx, asked)
  const port = PUBLIC_PORT ? `:${PUBLIC_PORT}` : ''
  const tenants = list.tenants.map((tenant) => {
    const host = tenant.primaryHost ?? `${tenant.slug}.${TENANT_PARENT_DOMAIN}`
    return { ...tenant, host, href: `${PUBLIC_PROTOCOL}://${host}${port}` }
  })
  return { ...list, tenants, operator: session.name }
}

export const meta = () => [{ title: 'Console' }, { name: 'robots', content: 'noindex' }]

const tones: Record<string, 'good' | 'warn' | 'bad' | 'plain'> = {
  active: 'good',
  trial: 'plain',
  grace: 'warn',
  suspended: 'bad',
  closed: 'bad',
}

export default function Tenants() {
  const { tenants, total, page, pageCount, q, show, marked, operator } = useLoaderData<typeof loader>()
  const { t } = useTranslation('platform')
  const format = useFormat()
  const asked = { ...(q ? { q } : {}), ...(show === 'marked' ? { show } : {}) }
  const at = (to: number) => `/console?${new URLSearchParams({ ...asked, page: String(to) })}`
  return (
    <div className="console">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="console-head">
        <strong>{t('console')}</strong>
        <Form method="post" action="/console/sign-out" className="inline-form">
          <span>{operator}</span>
          <Button type="submit" weight="quiet">
            {t('signOut')}
          </Button>
        </Form>
      </header>
      <main id="main" tabIndex={-1}>
        <PageHead title={t('tenants.title')} intro={t('tenants.count', { count: total })} />
        <TabLinks
          label={t('tenants.which')}
          tabs={[
            { href: '/console', label: t('tenants.all'), current: show === 'all' },
            { href: '/console?show=marked', label: t('tenants.marked', { count: marked }), current: show === 'marked' },
          ]}
        />
        {show === 'marked' ? <p>{t('tenants.markedIntro')}</p> : null}
        <form method="get" className="inline-form">
          <label>
            {show === 'marked' ? <input type="hidden" name="show" value="marked" /> : null}
            {t('tenants.find')} <input type="search" name="q" defaultValue={q} />
          </label>
          <Button type="submit">{t('tenants.search')}</Button>
        </form>
        <Table
          caption={t('tenants.title')}
          rows={tenants}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t(q ? 'tenants.nothing' : show === 'marked' ? 'tenants.noneMarked' : 'tenants.none')} />}
          columns={[
            { key: 'name', label: t('tenants.name'), heading: true, cell: (row) => row.name },
            { key: 'host', label: t('tenants.site'), width: '32%', cell: (row) => <a href={row.href}>{row.host}</a> },
            {
              key: 'status',
              label: t('tenants.status'),
              width: '18%',
              cell: (row) => (
                <span className="badges">
                  <Badge tone={tones[row.status] ?? 'plain'}>{t(`tenants.states.${row.status}` as 'tenants.states.active')}</Badge>
                  {row.strikes > 0 ? (
                    <Badge tone={row.isMarked ? 'bad' : 'warn'}>{t('tenants.strikes', { count: row.strikes })}</Badge>
                  ) : null}
                </span>
              ),
            },
            { key: 'currency', label: t('tenants.currency'), width: '10%', cell: (row) => row.currency },
            {
              key: 'since',
              label: t('tenants.since'),
              width: '16%',
              align: 'end',
              cell: (row) => format.date(row.createdAt, { style: 'medium' }),
            },
          ]}
        />
        <p className="inline-form">
          {page > 1 ? <LinkButton href={at(page - 1)}>{t('tenants.newer')}</LinkButton> : null}
          {page < pageCount ? <LinkButton href={at(page + 1)}>{t('tenants.older')}</LinkButton> : null}
        </p>
      </main>
    </div>
  )
}
