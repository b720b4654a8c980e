import { type BrandRecord, brandAttributes, brandCss, brandSchema, defaultBrand, type PresetName } from '@residency/brand'
import { createInstance } from 'i18next'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { PresetProvider } from '../src/presets/context.tsx'
import type { Preset } from '../src/presets/contract.ts'
import { Button, Checkbox, Notice, TextInput } from '../src/site/index.ts'
import type { Amount } from './fixtures/content.ts'
import { eventCards, linkCards } from './fixtures/content.ts'
import { tenantFor, tenants } from './fixtures/tenants.ts'
import { type Asked, homeView, type Locale, mixesView, mixView, pageView, siteView } from './fixtures/views.ts'

const texts = import.meta.glob<Record<string, unknown>>('../../i18n/locales/*/site.json', { eager: true, import: 'default' })

export const pages = ['home', 'mixes', 'mix', 'events', 'event', 'links', 'page', 'legal', 'panel', 'error'] as const

/** From an address of the harness: /<preset>/<page>?mode=&amount=&locale=&tenant=&signedIn=&consent=&brand=<json> */
export function readAddress(url: URL): { preset: PresetName; asked: Asked } {
  const [, preset = 'warehouse', page = 'home'] = url.pathname.split('/')
  const name = preset as PresetName
  const asked = (key: string) => url.searchParams.get(key)
  const tenant = tenants[asked('tenant') ?? tenantFor[name]] ?? tenants.danny
  if (!tenant) throw new Error('no tenant')
  const own: Partial<BrandRecord> = JSON.parse(asked('brand') ?? '{}')
  const brand = brandSchema.parse({ ...defaultBrand(name, tenant.name), ...own })
  return {
    preset: name,
    asked: {
      tenant,
      brand,
      page,
      locale: (asked('locale') ?? 'en') as Locale,
      amount: (asked('amount') ?? 'normal') as Amount,
      mode: (asked('mode') ?? brand.mode) as Asked['mode'],
      signedIn: asked('signedIn') !== null,
      consent: asked('consent') !== null,
      logo: asked('logo') !== null,
    },
  }
}

export const headCss = ({ brand }: Asked): string => brandCss(brand)
export const attributes = ({ brand, mode }: Asked) => brandAttributes(brand, mode)

function body(preset: Preset, asked: Asked): ReactElement {
  const site = siteView(asked)
  const events = eventCards(asked.tenant, '', asked.amount)
  switch (asked.page) {
    case 'mixes':
      return <preset.Mixes site={site} view={mixesView(asked)} />
    case 'mix':
      return <preset.Mix site={site} view={mixView(asked)} />
    case 'events':
      return (
        <preset.Events
          site={site}
          view={{
            upcoming: events,
            past: events.slice(0, 3).map((event) => ({
              ...event,
              href: `${event.href}-past`,
              startsAt: event.startsAt.replace('2026', '2024').replace('2027', '2025'),
              ticketUrl: null,
            })),
          }}
        />
      )
    case 'event': {
      const event = eventCards(asked.tenant, '', asked.amount === 'little' ? 'normal' : asked.amount)[asked.amount === 'normal' ? 0 : 1]
      if (!event) throw new Error('no event')
      return (
        <preset.Event
          site={site}
          view={{ ...event, isOver: false, descriptionHtml: asked.amount === 'little' ? '' : `<p>${asked.tenant.description}</p>` }}
        />
      )
    }
    case 'links':
      return <preset.Links site={site} view={{ links: asked.amount === 'little' ? [] : linkCards(asked.amount) }} />
    case 'page':
      return <preset.Page site={site} view={pageView(asked, 'about')} />
    case 'legal':
      return <preset.Page site={site} view={pageView(asked, 'legal')} />
    case 'panel':
      return (
        <preset.Panel site={site} title="Sign in" intro="With your e-mail and password, or by a link.">
          <Notice tone="bad" title="That did not work">
            Check the address and the password.
          </Notice>
          <form method="post">
            <TextInput
              name="email"
              label="E-mail"
              type="email"
              autoComplete="email"
              error="Write the whole address, like ada@example.com"
            />
            <TextInput name="password" label="Password" type="password" hint="15 characters or more" autoComplete="current-password" />
            <Checkbox name="stay" label="Keep me signed in" />
            <p>
              <Button>Sign in</Button> <Button weight="plain">Send me a link instead</Button>
            </p>
          </form>
        </preset.Panel>
      )
    case 'error':
      return (
        <preset.Panel site={site} title="Nothing here" intro="The address may be old.">
          <p>
            <a className="button" href={site.homeHref}>
              To the home page
            </a>
          </p>
        </preset.Panel>
      )
    default:
      return <preset.Home site={site} view={homeView(asked)} />
  }
}

/** The whole page as a tree, the same on the server and in the browser. */
export function tree(preset: Preset, asked: Asked): ReactElement {
  const i18n = createInstance()
  i18n.init({
    lng: asked.locale,
    fallbackLng: false,
    ns: ['site'],
    defaultNS: 'site',
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: { [asked.locale]: { site: texts[`../../i18n/locales/${asked.locale}/site.json`] ?? {} } },
  })
  const site = siteView(asked)
  return (
    <I18nextProvider i18n={i18n}>
      <PresetProvider preset={preset}>
        <preset.Shell site={site}>{body(preset, asked)}</preset.Shell>
      </PresetProvider>
    </I18nextProvider>
  )
}
