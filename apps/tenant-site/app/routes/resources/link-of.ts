/** The token of a listen link that an address carries. One that can't be any is none. */
export function linkOf(request: Request): string | null {
  const link = new URL(request.url).searchParams.get('link')
  return link && link.length <= 100 ? link : null
}
