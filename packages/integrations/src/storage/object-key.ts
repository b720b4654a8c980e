const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Begins with a letter or figure, so that neither `.`, `..` nor an empty part can stand between slashes. */
const part = /^[A-Za-z0-9][A-Za-z0-9._=-]{0,127}$/
const longest = 512

/** A key that is not this tenant's, or not a key at all. Never a visitor's doing: keys come from our own records. */
export class ObjectKeyError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ObjectKeyError'
  }
}

/** Where everything of a tenant lies. */
export function tenantPrefix(tenantId: string): string {
  if (!uuid.test(tenantId)) throw new ObjectKeyError('A tenant id is a lower-case UUID')
  return `t/${tenantId}/`
}

/** The one place where a key is made. */
export function buildKey(prefix: string, parts: readonly string[]): string {
  const key = prefix + parts.join('/')
  if (parts.length === 0 || key.length > longest || !parts.every((each) => part.test(each)))
    throw new ObjectKeyError(`Not an object key: ${JSON.stringify(parts.join('/'))}`)
  return key
}

/** Lets a stored key through when it is whole and lies under the tenant's prefix. */
export function checkKey(prefix: string, key: string): string {
  if (!key.startsWith(prefix)) throw new ObjectKeyError('The key is not under this tenant')
  return buildKey(prefix, key.slice(prefix.length).split('/'))
}
