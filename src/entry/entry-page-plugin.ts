import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { Deployment } from './deployment.ts'
import { readDeployment } from './read-deployment.ts'

/** Where production pages load Office.js from; Microsoft allows no other place. */
const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/**
 * Completes the html pages: which Office.js, and the deployment's ids. A production build also gets the headers its
 * pages must be served with, in the form of Azure Static Web Apps. The local server fills in ids and sends headers
 * itself, so a local build holds none.
 */
export function entryPagePlugin(mode: string): Plugin {
  if (mode === 'local-tenant') {
    return {
      name: 'entry-page',
      transformIndexHtml: (html) => html.replace('src="office.js"', 'src="/local/office.js"'),
    }
  }
  const deployment = readDeploymentFile()
  return {
    name: 'entry-page',
    transformIndexHtml: (html) =>
      fillInDeployment(html, JSON.stringify(deployment)).replace('src="office.js"', `src="${officeCdn}"`),
    generateBundle() {
      const source = JSON.stringify({ globalHeaders: pageHeaders(deployment) }, null, 2)
      this.emitFile({ type: 'asset', fileName: 'staticwebapp.config.json', source })
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
