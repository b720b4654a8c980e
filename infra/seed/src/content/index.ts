import { connect } from './connect/index.ts'
import { danny } from './danny/index.ts'
import { hathor } from './hathor/index.ts'
import type { DemoTenant } from './types.ts'

export type * from './types.ts'

/** What each demo tenant holds when it is made on a day. */
export const demoTenants: Record<'danny' | 'hathor' | 'connect', (today: Date) => DemoTenant> = { danny, hathor, connect }
