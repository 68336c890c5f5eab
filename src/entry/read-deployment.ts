import * as v from 'valibot'

const guid = v.pipe(
  v.string('skal være en tekst'),
  v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'skal være et id som 1b2c3d4e-0000-4000-8000-123456789abc'),
)
const httpsUrl = v.pipe(
  v.string('skal være en tekst'),
  v.url('skal være en adresse'),
  v.startsWith('https://', 'skal begynde med https://'),
)
const origin = v.pipe(
  httpsUrl,
  v.check((url) => new URL(url).origin === url, 'skal kun være https:// og domænet, uden sti og uden / til sidst'),
)
const siteId = v.pipe(
  v.string('skal være en tekst'),
  v.regex(
    /^[a-z0-9.-]+,[0-9a-f-]{36},[0-9a-f-]{36}$/i,
    'skal være stedets id i Graph: "firma.sharepoint.com,<id>,<id>" (GET /sites/{host}:/sites/{navn}?$select=id)',
  ),
)

function textOf(longest: number) {
  return v.pipe(
    v.string('skal være en tekst'),
    v.trim(),
    v.minLength(1, 'må ikke være tom'),
    v.maxLength(longest, `må højst være på ${longest} tegn`),
  )
}

const deploymentFile = v.object(
  {
    appOrigin: origin,
    hostTenantId: guid,
    registrations: v.object({ 'forum-data': guid, 'my-calendar': guid }, 'skal have "forum-data" og "my-calendar"'),
    teamsAppId: guid,
    outlookAddInId: guid,
    // Limits of the Teams manifest.
    name: v.object({ short: textOf(30), full: textOf(100) }, 'skal have "short" og "full"'),
    provider: v.object(
      {
        name: textOf(32),
        websiteUrl: httpsUrl,
        supportUrl: httpsUrl,
        privacyUrl: httpsUrl,
        termsOfUseUrl: httpsUrl,
      },
      'skal have navn og fire adresser',
    ),
    forums: v.pipe(
      v.array(v.object({ id: siteId, name: textOf(100) }, 'skal have "id" og "name"'), 'skal være en liste'),
      v.minLength(1, 'skal nævne mindst ét forum'),
      v.check(
        (forums) => new Set(forums.map(({ id }) => id.toLowerCase())).size === forums.length,
        'nævner det samme sted to gange',
      ),
    ),
  },
  'skal være et objekt',
)

/** What deployment.json says: everything that differs from one installation of the product to another. */
export type DeploymentFile = v.InferOutput<typeof deploymentFile>

/** The file as read, or what is wrong with it, one Danish sentence per fault, each naming the field. */
export type DeploymentReading =
  | { readonly kind: 'read'; readonly deployment: DeploymentFile }
  | { readonly kind: 'faulty'; readonly problems: readonly [string, ...string[]] }

/** Reads the text of deployment.json. */
export function readDeployment(text: string): DeploymentReading {
  const json = parseJson(text)
  if (json === undefined) return { kind: 'faulty', problems: ['deployment.json er ikke gyldig JSON.'] }
  const result = v.safeParse(deploymentFile, json)
  if (!result.success) {
    const [first, ...others] = result.issues
    return { kind: 'faulty', problems: [toSentence(first), ...others.map(toSentence)] }
  }
  const deployment = result.output
  const sameIds = findSameIds(deployment)
  return sameIds === null ? { kind: 'read', deployment } : { kind: 'faulty', problems: [sameIds] }
}

/** Whether these are still the values of the example, with which nothing can be installed. */
export function isExample({ appOrigin }: DeploymentFile): boolean {
  return new URL(appOrigin).hostname.endsWith('.example')
}

/** Two registrations with one client id would share consent and MSAL's memory (ARCHITECTURE rule 4). */
function findSameIds({ outlookAddInId, registrations, teamsAppId }: DeploymentFile): string | null {
  const ids = [registrations['forum-data'], registrations['my-calendar'], teamsAppId, outlookAddInId]
  const areDifferent = new Set(ids.map((id) => id.toLowerCase())).size === ids.length
  return areDifferent
    ? null
    : 'deployment.json: de to registreringer, teamsAppId og outlookAddInId skal have hver sit id.'
}

function toSentence(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue)
  const missing = issue.received === 'undefined'
  const what = missing ? 'mangler' : issue.message
  return field === null ? `deployment.json ${what}.` : `deployment.json: "${field}" ${what}.`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
