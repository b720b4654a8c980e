import type { Env, Logger } from '@residency/config'
import type { SharingRules } from '../pages/index.ts'
import type { Scope } from '../scope/index.ts'

export type RemixHandler = (request: Request, context: { scope: Scope }) => Promise<Response>

export interface SiteOptions {
  env: Env
  log: Logger
  /** Renders and runs loaders and actions: @remix-run/node's createRequestHandler over the app's build. */
  handler: RemixHandler
  sharing: SharingRules
  /** First parts of paths that have no language in them: their words follow the person, not the path. */
  areasWithoutLanguage: ReadonlySet<string>
  /** Mutations that prove in another way whom they come from: signed webhooks, one-click unsubscribe. */
  isProvedOtherwise: (path: string) => boolean
  /** Bytes a request's body may have. */
  mostBodyBytes: (path: string) => number
  /** Pages that stay open while a site is suspended: the way in for its crew. */
  isOpenWhileSuspended: (path: string) => boolean
  /** Files for everybody (pictures, icons, the route manifest): no session is looked at, and they wait in no page's line. */
  isFile: (path: string) => boolean
  /** Addresses that programs ask for without having read a page, and where that is here. */
  moved: ReadonlyMap<string, string>
  /** Pages that may put files straight into the object store. */
  mayUpload?: (path: string) => boolean
  /** Pages that other sites may show in a frame. */
  mayBeFramed?: (path: string) => boolean
  /** Reloading, with the tool's own inline scripts: no shared pages and no policy. */
  development?: boolean
}
