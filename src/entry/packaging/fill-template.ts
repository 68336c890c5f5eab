import type { DeploymentFile } from '../read-deployment.ts'

/** The values the templates may name, by the words in their braces. */
export function templateValues(deployment: DeploymentFile, version: string): ReadonlyMap<string, string> {
  return new Map([['version', version], ['appHost', new URL(deployment.appOrigin).host], ...flatten('', deployment)])
}

/** Puts values where a template has {{names}}. `toSafe` makes a value safe for the format. Unknown names are told. */
export function fillTemplate(
  template: string,
  values: ReadonlyMap<string, string>,
  toSafe: (value: string) => string,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const text = template.replace(/\{\{([\w.-]+)\}\}/g, (whole, name: string) => {
    const value = values.get(name)
    if (value === undefined) unknown.push(name)
    return value === undefined ? whole : toSafe(value)
  })
  return { text, unknown }
}

/** As the inside of a JSON string. */
export function escapeJson(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

/** As text or attribute of XML. */
export function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function flatten(prefix: string, value: object): [string, string][] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]): [string, string][] => {
    if (typeof inner === 'string') return [[`${prefix}${name}`, inner]]
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? flatten(`${prefix}${name}.`, inner)
      : []
  })
}
