import type { Deployment } from './deployment.ts'

/** 'production': the static site inside Microsoft 365. 'local': the same pages beside the local tenant. */
export type PolicyMode = 'production' | 'local'

type Directives = Readonly<Record<string, readonly string[]>>

// Fluent's Griffel puts empty style elements into the page and fills them through insertRule. Browsers ask the policy
// about the element's text, which is "": this is the SHA-256 of nothing, and lets nothing else in.
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

// Who may frame the pages (PLATFORM F8.1).
const hostOrigins = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
]

// Office.js may come from nowhere else, and fetches MicrosoftAjax.js itself (PLATFORM F8.2); paths keep the rest of
// those servers out.
const officeScripts = [
  'https://appsforoffice.microsoft.com/lib/',
  'https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js',
]

const login = 'https://login.microsoftonline.com'

/**
 * The Content-Security-Policy header of every page (PLATFORM 8.1, 8.2): no inline script or style, no eval, and calls
 * only to Microsoft 365. `frame-ancestors` counts in a header only, not in a meta element. The policy is the same for
 * all deployments that keep their files with SharePoint; the forums' hosts are named exactly.
 */
export function contentSecurityPolicy(deployment: Pick<Deployment, 'forums'>, mode: PolicyMode): string {
  const directives = mode === 'local' ? localDirectives : productionDirectives(sharePointOrigins(deployment))
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

const localDirectives: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", EMPTY_STYLE],
  // blob: pages of a bilag drawn by pdf.js; data: Fluent's and the empty favicon.
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
}

function productionDirectives(sharePoint: readonly string[]): Directives {
  return {
    ...localDirectives,
    'script-src': ["'self'", ...officeScripts],
    'connect-src': [
      "'self'",
      'https://graph.microsoft.com',
      login,
      // teams-js asks here which hosts are Microsoft's (PLATFORM F1.13).
      'https://res.cdn.office.net',
      ...sharePoint,
    ],
    // Silent sign-in asks in a hidden frame, which ends on a page of ours.
    'frame-src': ["'self'", login],
    'form-action': ["'self'", login],
    // 'self' for that same hidden frame.
    'frame-ancestors': ["'self'", ...hostOrigins],
  }
}

/** Files come from and go to the SharePoint host of each forum's site, the first part of its id. */
function sharePointOrigins({ forums }: Pick<Deployment, 'forums'>): string[] {
  const hosts = forums.map(({ id }) => id.split(',')[0] ?? '').filter((host) => /^[a-z0-9.-]+$/i.test(host))
  return [...new Set(hosts)].map((host) => `https://${host}`)
}
