import { defaultBrand, presetNames } from '@residency/brand'
import { withOwnerSql } from '@residency/db/owner'
import { refuseProduction } from './guard.ts'

export interface SeedManyOptions {
  /** How many tenants there shall be: `t000001` and on. Those that stand are left alone. */
  tenants: number
  log?: (line: string) => void
  demo?: boolean
  /** Tenants in one transaction. */
  batch?: number
}

export interface SeedManyReport {
  made: number
  milliseconds: number
}

/** Tables whose triggers keep the search text. */
const searched = ['mix', 'track']

/** Every tenth tenant has a domain of its own, every thirtieth a second one that redirects to it. */
const domainEvery = 10
const secondDomainEvery = 30

/**
 * A large installation for measuring: tenants with a brand in one of the five presets, an owner, three mixes with four tracks each,
 * an event and a link, by set-based statements as the owner. Whole batches are committed, so that a run that was cut off is continued.
 */
export async function seedMany({ tenants, log = () => undefined, demo = false, batch = 5_000 }: SeedManyOptions): Promise<SeedManyReport> {
  refuseProduction(process.env, demo)
  const startedAt = performance.now()
  let made = 0
  await withOwnerSql(async (client) => {
    for (let from = 1; from <= tenants; from += batch) {
      const to = Math.min(tenants, from + batch - 1)
      made += await seedBatch(client, from, to)
      const rate = Math.round(to / ((performance.now() - startedAt) / 1000))
      log(`tenants ${to.toLocaleString('en')} of ${tenants.toLocaleString('en')} (${rate.toLocaleString('en')} a second)`)
    }
    log('counting rows for the planner')
    await client.query('analyze tenant, host, brand, account, mix, track, event, link')
  })
  return { made, milliseconds: Math.round(performance.now() - startedAt) }
}

type OwnerSql = Parameters<Parameters<typeof withOwnerSql>[0]>[0]

async function seedBatch(client: OwnerSql, from: number, to: number): Promise<number> {
  await client.query('begin')
  try {
    // What is searched is known beforehand here: written with the mix, and not by triggers that read every mix again for its tracks.
    for (const table of searched) await client.query(`alter table ${table} disable trigger user`)
    const { rowCount } = await client.query(
      `create temporary table batch on commit drop as
       with made as (
         insert into tenant (slug, name, status, locale, currency, time_zone)
         select 't' || lpad(n::text, 6, '0'), 'Tenant ' || n, 'active',
           (array['en', 'es', 'pt', 'fr'])[1 + n % 4], (array['GBP', 'EUR', 'USD'])[1 + n % 3], (array['Europe/London', 'Europe/Madrid', 'America/Sao_Paulo', 'Europe/Paris'])[1 + n % 4]
         from generate_series($1::int, $2::int) n
         on conflict (slug) do nothing
         returning id, slug
       )
       select id as tenant_id, substr(slug::text, 2)::int as n from made`,
      [from, to],
    )
    if (rowCount) for (const [text, ...values] of statements()) await client.query(text, values)
    for (const table of searched) await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
    return rowCount ?? 0
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** What a tenant of the batch holds, table by table. */
function statements(): [text: string, ...values: unknown[]][] {
  const brands = presetNames.map((preset) => JSON.stringify(defaultBrand(preset)))
  const title = `(array['Night', 'River', 'Signal', 'Garden', 'Engine', 'Harbour', 'Copper'])[1 + (n * 7 + m) % 7] || ' ' || (array['Session', 'Tapes', 'Line', 'Room', 'Weather'])[1 + (n + m * 3) % 5] || ' ' || m`
  const artist = `'Artist ' || (n + p) % 500`
  const genre = `(array['House', 'Techno', 'Jungle', 'Downtempo', 'Electro'])[1 + (n + m) % 5]`
  return [
    [
      `insert into brand (tenant_id, published)
       select tenant_id, jsonb_set(($1::jsonb[])[1 + n % cardinality($1::jsonb[])], '{name}', to_jsonb('Tenant ' || n)) from batch`,
      brands,
    ],
    [
      `insert into account (tenant_id, email, name, role, email_verified_at) select tenant_id, 'owner@t' || lpad(n::text, 6, '0') || '.example', 'Owner ' || n, 'owner', now() from batch`,
    ],
    [
      `insert into mix (tenant_id, slug, title, description, duration_ms, genre, moods, recorded_on, publication, published_at, search_text)
       select tenant_id, 'mix-' || m, title, jsonb_build_object('en', 'Recorded in one take.'), 3600000 + m * 300000, genre, array['late'],
         current_date - (m * 40 + n % 900), 'published', now() - make_interval(days => m * 40 + n % 900),
         search_fold(concat_ws(' ', title, genre, 'late', (select string_agg(${artist} || ' Part ' || p, ' ' order by p) from generate_series(1, 4) p)))
       from batch, generate_series(1, 3) m, lateral (select ${title} as title, ${genre} as genre) words`,
    ],
    [
      `insert into track (tenant_id, mix_id, position, start_ms, title, artist)
       select x.tenant_id, x.id, p, (p - 1) * 900000, 'Part ' || p, ${artist}
       from batch b join mix x on x.tenant_id = b.tenant_id, generate_series(1, 4) p`,
    ],
    [
      `insert into event (tenant_id, slug, title, starts_at, time_zone, venue, city, country, publication)
       select tenant_id, 'night', 'A Night', now() + make_interval(days => 1 + n % 120), 'Europe/London', 'The Hall', 'London', 'GB', 'published' from batch`,
    ],
    [
      `insert into link (tenant_id, position, label, url, kind) select tenant_id, 0, '{"en": "Everything"}', 'https://links.example/' || n, 'other' from batch`,
    ],
    [
      `insert into host (hostname, tenant_id, state, is_primary)
       select 'www.t' || lpad(n::text, 6, '0') || '.example', tenant_id, 'certified'::"HostState", true from batch where n % $1 = 0
       union all select 't' || lpad(n::text, 6, '0') || '.example', tenant_id, 'certified'::"HostState", false from batch where n % $2 = 0`,
      domainEvery,
      secondDomainEvery,
    ],
  ]
}
