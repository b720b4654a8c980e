import { createInstance } from 'i18next'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { studioFontCss } from '../src/fonts/index.ts'
import {
  AppearanceSwitch,
  AppFrame,
  Badge,
  Button,
  DiffNotice,
  EmptyState,
  LinkButton,
  PageHead,
  SaveState,
  Section,
  SelectInput,
  Skeleton,
  Stat,
  Stats,
  Table,
  Tabs,
  TextInput,
  Toolbar,
} from '../src/studio/index.ts'
import styles from '../src/styles/studio.css?url'

const texts = import.meta.glob<Record<string, unknown>>('../../i18n/locales/*/{common,site}.json', { eager: true, import: 'default' })

const groups = [
  { items: [{ href: '/studio', label: 'Overview', current: false }] },
  {
    label: 'Site',
    items: [
      { href: '/studio/brand', label: 'Brand', current: false },
      { href: '/studio/pages', label: 'Pages', current: true, count: 7 },
      { href: '/studio/media', label: 'Media', current: false, count: 128 },
    ],
  },
  {
    label: 'People',
    items: [
      { href: '/studio/crew', label: 'Crew', current: false },
      { href: '/studio/sessions', label: 'Sessions', current: false },
      { href: '/studio/audit', label: 'Audit trail', current: false },
    ],
  },
]
const rows = [
  { title: 'About', slug: 'about', state: 'good', changed: '14 Nov 2026, 22:10', by: 'Danny', views: '1,204' },
  { title: 'Technical rider', slug: 'rider', state: 'warn', changed: '12 Nov 2026, 09:41', by: 'Lou', views: '88' },
  { title: 'Privacy', slug: 'privacy', state: 'good', changed: '1 Sep 2026, 10:00', by: 'Danny', views: '37' },
  {
    title: 'Press kit for promoters, with photographs',
    slug: 'press',
    state: 'plain',
    changed: '30 Aug 2026, 18:22',
    by: 'Danny',
    views: '0',
  },
] as const

const Sample = () => (
  <AppFrame name="DJ Danny Hectic B" homeHref="/studio" groups={groups} foot={<AppearanceSwitch mode="auto" returnTo="/studio" />}>
    <PageHead
      title="Pages"
      intro="What you write yourself: about, press, legal."
      actions={
        <>
          <LinkButton href="/">Open the site</LinkButton>
          <Button weight="main">New page</Button>
        </>
      }
    />
    <DiffNotice
      name="Lou"
      differences={[{ field: 'Title', yours: 'Technical rider', theirs: 'Rider & stage plot' }]}
      onKeepYours={() => undefined}
      onTakeTheirs={() => undefined}
    />
    <Stats>
      <Stat label="Visits this week" value="4,312" note="8 % more than the week before" />
      <Stat label="New fans" value="67" />
      <Stat label="Drafts" value="2" href="/studio/pages?state=draft" />
    </Stats>
    <Toolbar label="Filter pages" end={<SaveState state="unsaved" />}>
      <Button weight="quiet">All</Button>
      <Button weight="quiet">Drafts</Button>
    </Toolbar>
    <Table
      caption="Pages"
      rowKey={(row) => row.slug}
      rows={[...rows]}
      empty={null}
      columns={[
        {
          key: 'title',
          label: 'Title',
          cell: (row) => <a href={row.slug}>{row.title}</a>,
          sort: { href: '?sort=title', direction: 'ascending' },
        },
        {
          key: 'state',
          label: 'State',
          width: '8rem',
          cell: (row) => <Badge tone={row.state}>{row.state === 'warn' ? 'Changed' : row.state === 'good' ? 'Published' : 'Draft'}</Badge>,
        },
        { key: 'changed', label: 'Changed', width: '12rem', cell: (row) => row.changed },
        { key: 'by', label: 'By', width: '6rem', cell: (row) => row.by },
        { key: 'views', label: 'Views', width: '6rem', align: 'end', cell: (row) => row.views },
      ]}
    />
    <Section title="Address" intro="Old addresses keep leading here.">
      <TextInput name="slug" label="Path" defaultValue="/rider" error="Another page is already there: choose another path" />
      <SelectInput name="kind" label="Kind" hint="Legal pages stand in the footer">
        <option>Page</option>
        <option>Legal</option>
      </SelectInput>
      <p>
        <Button weight="main">Save</Button> <Button weight="danger">Delete page</Button>
      </p>
    </Section>
    <Tabs
      label="Preview"
      tabs={[
        { id: 'phone', label: 'Phone', content: <Skeleton lines={4} /> },
        { id: 'desktop', label: 'Desktop', content: <Skeleton lines={4} /> },
      ]}
    />
    <EmptyState title="No revisions yet" action={<Button>Publish the first</Button>}>
      <p>Each publication keeps the one before it.</p>
    </EmptyState>
  </AppFrame>
)

/** The studio's primitives on one page, to look at and to check. */
export function renderStudioSample(url: URL): string {
  const locale = url.searchParams.get('locale') ?? 'en'
  const i18n = createInstance()
  i18n.init({
    lng: locale,
    fallbackLng: false,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {
      [locale]: Object.fromEntries(['common', 'site'].map((name) => [name, texts[`../../i18n/locales/${locale}/${name}.json`] ?? {}])),
    },
  })
  const html = renderToString(
    <I18nextProvider i18n={i18n}>
      <Sample />
    </I18nextProvider>,
  )
  return `<!doctype html><html lang="${locale}" data-mode="${url.searchParams.get('mode') ?? 'light'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Studio</title><style>${studioFontCss()}</style><link rel="stylesheet" href="${styles}"></head><body>${html}</body></html>`
}
