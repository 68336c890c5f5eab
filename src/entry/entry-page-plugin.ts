import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Where production pages load Office.js from; Microsoft allows no other place. */
const officeCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/**
 * Completes the html pages: which Office.js, and the deployment's ids. The local server fills in the ids itself when
 * it serves a page, so a local build holds none.
 */
export function entryPagePlugin(mode: string): Plugin {
  return {
    name: 'entry-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const withOffice = html.replace(
          'src="office.js"',
          `src="${mode === 'local-tenant' ? '/local/office.js' : officeCdn}"`,
        )
        return mode === 'local-tenant' ? withOffice : fillInDeployment(withOffice, readDeploymentFile())
      },
    },
  }
}

function readDeploymentFile(): string {
  return readFileSync(resolve(import.meta.dirname, '../../deployment.json'), 'utf8')
}

/** Puts the deployment's JSON into a page; "<" is escaped so that no value can end the script element. */
export function fillInDeployment(html: string, json: string): string {
  const compact = JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c')
  return html.replace(
    /(<script type="application\/json" id="deployment">)[^<]*(<\/script>)/,
    (_, open: string, close: string) => `${open}${compact}${close}`,
  )
}
