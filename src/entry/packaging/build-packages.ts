import { zipSync } from 'fflate'
import { readDeployment } from '../read-deployment.ts'
import { checkOutlookManifest } from './check-outlook-manifest.ts'
import { checkTeamsManifest } from './check-teams-manifest.ts'
import { escapeJson, escapeXml, fillTemplate, templateValues } from './fill-template.ts'
import { readPngSize } from './read-png-size.ts'

/** What the packages are made from. */
export type PackageSources = {
  /** Text of deployment.json. */
  readonly deployment: string
  /** Version of the product, "0.1.0". */
  readonly version: string
  /** Files of appPackage/, by name. */
  readonly teams: ReadonlyMap<string, Uint8Array>
  /** Template of the add-in's manifest. */
  readonly outlook: string
  /** Files the app serves as they are, by path: "/icons/icon-64.png". */
  readonly served: ReadonlyMap<string, Uint8Array>
}

export type BuiltPackages =
  | {
      readonly kind: 'built'
      readonly teamsZip: Uint8Array
      readonly teamsFiles: readonly string[]
      readonly outlookXml: string
    }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] }

/** Fills the templates in, checks everything, and puts the Teams package together. Touches neither disk nor network. */
export async function buildPackages(sources: PackageSources): Promise<BuiltPackages> {
  const reading = readDeployment(sources.deployment)
  if (reading.kind === 'faulty') return reading
  const { deployment } = reading
  const values = templateValues(deployment, sources.version)
  const teams = fillTeamsFiles(sources.teams, values)
  const outlook = fillTemplate(sources.outlook, values, escapeXml)
  const unknown = [...teams.unknown, ...outlook.unknown]
  const problems = [
    ...(/^\d+\.\d+\.\d+$/.test(sources.version)
      ? []
      : [`Versionen i package.json skal være tre tal, men er "${sources.version}".`]),
    ...unknown.map((name) => `Skabelonen nævner {{${name}}}, som deployment.json ikke har.`),
    ...(
      await checkTeamsManifest({
        manifest: decode(teams.files.get('manifest.json')),
        appOrigin: deployment.appOrigin,
        files: teams.files,
        iconSize: (name) => squareSize(teams.files.get(name)),
      })
    ).map((problem) => `Teams: ${problem}`),
    ...checkOutlookManifest({
      xml: outlook.text,
      appOrigin: deployment.appOrigin,
      iconSize: (path) => squareSize(sources.served.get(path)),
    }).map((problem) => `Outlook: ${problem}`),
  ]
  if (problems.length > 0) return { kind: 'faulty', problems }
  return {
    kind: 'built',
    // The same sources give the same bytes, whenever they are zipped.
    teamsZip: zipSync(Object.fromEntries(teams.files), { level: 9, mtime: new Date(1980, 0, 1) }),
    teamsFiles: [...teams.files.keys()],
    outlookXml: outlook.text,
  }
}

function fillTeamsFiles(
  files: PackageSources['teams'],
  values: ReadonlyMap<string, string>,
): { readonly files: ReadonlyMap<string, Uint8Array>; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const filled = [...files].map(([name, bytes]): [string, Uint8Array] => {
    if (!name.endsWith('.json')) return [name, bytes]
    const result = fillTemplate(decode(bytes), values, escapeJson)
    unknown.push(...result.unknown)
    return [name, new TextEncoder().encode(result.text)]
  })
  return { files: new Map(filled), unknown }
}

function squareSize(bytes: Uint8Array | undefined): number | null {
  const size = bytes ? readPngSize(bytes) : null
  return size !== null && size.width === size.height ? size.width : null
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
