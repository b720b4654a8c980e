const local = new Set(['localhost', '127.0.0.1', '[::1]', ''])

export const isLocalDatabase = (url: string | undefined): boolean => {
  if (!url) return false
  try {
    const { hostname } = new URL(url)
    return local.has(hostname) || hostname.endsWith('.localhost')
  } catch {
    return false
  }
}

/** Demo data has passwords that everybody knows. Throws when it would land in somebody's production by mistake. */
export function refuseProduction(env: NodeJS.ProcessEnv, meant: boolean): void {
  const production = (env.NODE_ENV || 'production') === 'production'
  if (!production || meant || isLocalDatabase(env.DATABASE_URL)) return
  throw new Error(
    'This is a production database on another machine, and the demo accounts have passwords that everybody knows. If it is meant: npm run seed -- --demo',
  )
}
