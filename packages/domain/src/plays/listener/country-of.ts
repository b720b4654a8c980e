import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Reader, type Response } from 'mmdb-lib'

/** Networks and their countries, as the registries publish them; CC0, comes with the package, nothing is asked of anybody. */
const table = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'

let opened: Promise<Reader<Response>> | undefined

const open = async (): Promise<Reader<Response>> => new Reader(await readFile(createRequire(import.meta.url).resolve(table)))

/**
 * ISO 3166-1 alpha-2 of a network, or null where the table says nothing.
 * @param ipPrefix an address that was cut already (`203.0.113.0/24`): a whole one is never looked up
 */
export async function countryOf(ipPrefix: string | null): Promise<string | null> {
  if (!ipPrefix) return null
  opened ??= open()
  // The table's own shape: one field.
  const found = (await opened).get(ipPrefix.split('/')[0] ?? '') as { country_code?: string } | null
  const code = found?.country_code
  return code && /^[A-Z]{2}$/.test(code) ? code : null
}
