import type { Namespace } from '../generated/types.ts'
import type { Locale } from '../locale.ts'
import { completePlurals, type Messages } from '../plurals.ts'

type Load = () => Promise<{ default: Messages }>
export type Loaders = Record<Locale, Partial<Record<Namespace, Load>>>

/** Fetches the texts of some namespaces in one language, side by side. */
export async function loadWith(
  loaders: Loaders,
  locale: Locale,
  namespaces: readonly Namespace[],
): Promise<Partial<Record<Namespace, Messages>>> {
  const pairs = await Promise.all(
    namespaces.map(async (namespace) => {
      const load = loaders[locale][namespace]
      if (!load) throw new Error(`No texts for the namespace ${namespace} on this site`)
      return [namespace, completePlurals((await load()).default)] as const
    }),
  )
  return Object.fromEntries(pairs)
}
