import type { TenantContext } from '@residency/domain/context'
import { getInsight, type Insight } from '@residency/domain/plays'

interface NamedShare {
  /** The code; '' where it is not known. */
  key: string
  name: string
  plays: number
}

export type InsightView = Omit<Insight, 'countries'> & {
  countries: NamedShare[]
  /** In the tenant's zone, YYYY-MM-DD. */
  today: string
  timeZone: string
}

interface Asked {
  from?: string | undefined
  to?: string | undefined
}

/** Countries get their names here: browsers know others than the server does, and would draw the page twice. */
export async function viewInsight(ctx: TenantContext, { from, to }: Asked, mixId?: string): Promise<InsightView> {
  const insight = await getInsight(ctx, { from, to, ...(mixId ? { mixId } : {}) })
  const regions = new Intl.DisplayNames([ctx.locale], { type: 'region' })
  const { timeZone } = ctx.tenant
  return {
    ...insight,
    countries: insight.countries.map(({ name, plays }) => ({ key: name, name: name ? (regions.of(name) ?? name) : '', plays })),
    today: new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ctx.now()),
    timeZone,
  }
}
