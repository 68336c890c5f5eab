import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { Deployment } from './deployment.ts'
import { readDeployment } from './read-deployment.ts'

/** Where production pages load Office.js from; Microsoft allows no other place. */
const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** The pages of the app. All are one page with one script; they differ in the host they expect around them. */
export const appPages = ['index', 'tab', 'outlook'] as const
export type AppPage = (typeof appPages)[number]

/** The page for one host, made from the built or served index.html. */
export function turnPage(indexHtml: string, page: AppPage, officeScript: string): string {
  if (page === 'index') return indexHtml
  const html = indexHtml.replace('data-page="browser"', `data-page="${page}"`)
  return page === 'tab'
    ? html
    : html.replace('<script type="module"', `<script src="${officeScript}"></script>\n    <script type="module"`)
}

/** Where the local pages load the small Office.js of the local Outlook from. */
export const localOfficeScript = '/local/office.js'

/**
 * Completes the html pages: the deployment's ids, and a page for each host. A production build also gets the headers its
 * pages must be served with, in the form of Azure Static Web Apps. The local server fills in ids and sends headers
 * itself, so a local build holds none.
 */
export function entryPagePlugin(mode: string): Plugin {
  const deployment = mode === 'local-tenant' ? null : readDeploymentFile()
  const officeScript = deployment ? officeCdn : localOfficeScript
  return {
    name: 'entry-page',
    enforce: 'post',
    transformIndexHtml: (html) => (deployment ? fillInDeployment(html, JSON.stringify(deployment)) : html),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset') throw new Error('the build has no index.html')
        for (const page of appPages) {
          const source = turnPage(String(index.source), page, officeScript)
          if (page !== 'index') this.emitFile({ type: 'asset', fileName: `${page}.html`, source })
        }
        if (!deployment) return
        const source = JSON.stringify({ globalHeaders: pageHeaders(deployment) }, null, 2)
        this.emitFile({ type: 'asset', fileName: 'staticwebapp.config.json', source })
      },
    },
  }
}

/** The headers every page of a deployment is served with. */
function pageHeaders(deployment: Deployment): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(deployment, 'production'),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin',
  }
}

/** The part of deployment.json the pages need. A faulty file stops the build with its problems in Danish. */
function readDeploymentFile(): Deployment {
  const reading = readDeployment(readFileSync(resolve(import.meta.dirname, '../../deployment.json'), 'utf8'))
  if (reading.kind === 'faulty') throw new Error(reading.problems.join('\n'))
  const { appOrigin, forums, hostTenantId, registrations } = reading.deployment
  return { appOrigin, forums, hostTenantId, registrations }
}

/** Puts the deployment's JSON into a page; "<" is escaped so that no value can end the script element. */
export function fillInDeployment(html: string, json: string): string {
  const compact = JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c')
  return html.replace(
    /(<script type="application\/json" id="deployment">)[^<]*(<\/script>)/,
    (_, open: string, close: string) => `${open}${compact}${close}`,
  )
}
