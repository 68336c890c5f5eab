import type { Host, HostContext, SignIn } from '../hosts/host.ts'
import type { Instant } from '../shared/ids.ts'
import type { Deployment } from './deployment.ts'

/** Which html page was opened; each belongs to one kind of host. */
export type PageKind = 'browser' | 'tab' | 'outlook'

/** What differs between production and the local product: the host's origin, the signing in, and the way to Graph. */
export type Outside = {
  readonly openHost: (page: PageKind) => Promise<Host>
  readonly createSignIn: (host: Host) => SignIn
  /** What the host calls the person it shows the app to; null where it names nobody. */
  readonly personHint: (context: HostContext) => string | null
  /** The wire itself. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly now: () => Instant
}

/** Made by outside-production.ts or outside-local.ts, whichever the build has behind `#outside`. */
export type CreateOutside = (deployment: Deployment, query: URLSearchParams) => Outside
