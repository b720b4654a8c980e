import { isStudio } from './is-studio.ts'

const site = ['common', 'errors', 'site', 'account']
const studio = ['common', 'errors', 'site', 'studio', 'studioBrand', 'studioPages', 'studioMedia', 'studioCrew']

/** Texts that only some pages need: what comes behind the language, or behind `/studio/`. */
const more: readonly [where: RegExp, texts: readonly string[]][] = [
  [/^(?:fan-club|account\/membership|downloads\/)/, ['fanClub']],
  [/^mixes\/./, ['community', 'rights']],
  [/^claims\//, ['rights']],
]
const studioMore: readonly [where: RegExp, texts: readonly string[]][] = [
  [/^events/, ['studioEvents']],
  [/^links/, ['studioLinks']],
  [/^mixes/, ['studioMixes', 'studioFanClub']],
  [/^insight/, ['studioInsight']],
  [/^comments/, ['studioCommunity']],
  [/^takedowns/, ['studioRights']],
  [/^fan-club/, ['fanClub', 'studioFanClub']],
]

/**
 * The namespaces a page was written with: its scripts fetch them before they take over, since one that came later would be missing in what React
 * compares with the server's words.
 */
export function pageTexts(pathname: string): string {
  const inStudio = isStudio(pathname)
  const rest = pathname.replace(inStudio ? /^\/studio\/?/ : /^\/(?:(?:en|es|pt|fr)(?:\/|$))?/, '')
  const wanted = (inStudio ? studioMore : more).filter(([where]) => where.test(rest)).flatMap(([, texts]) => texts)
  return [...(inStudio ? studio : site), ...wanted].join(' ')
}
