import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ManifestUtil } from '@microsoft/app-manifest'
import { checkLanguageFile } from './check-language-file.ts'

export type TeamsCheck = {
  /** Text of manifest.json, filled in. */
  readonly manifest: string
  readonly appOrigin: string
  /** Files of the package by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly iconSize: (name: string) => number | null
}

type Manifest = {
  readonly manifestVersion: string
  readonly icons: { readonly color: string; readonly outline: string }
  readonly validDomains?: readonly string[]
  readonly configurableTabs?: readonly { readonly configurationUrl: string; readonly context?: readonly string[] }[]
  readonly localizationInfo?: { readonly additionalLanguages?: readonly { readonly file: string }[] }
}

// Without one of the chat or details contexts nobody can add the app (PLATFORM F1.11).
const contexts = ['meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage']

/** Checks a Teams package against Microsoft's schema, which lies in a package of theirs: no network. Danish sentences. */
export async function checkTeamsManifest(check: TeamsCheck): Promise<string[]> {
  const manifest = parse(check.manifest)
  if (manifest === null) return ['manifest.json er ikke gyldig JSON.']
  const bySchema = await checkSchema(manifest)
  // What does not have the shape cannot be looked into further.
  if (bySchema.length > 0) return bySchema
  return [...checkLanguages(check, manifest), ...checkIcons(check, manifest), ...checkTab(check, manifest)]
}

function checkLanguages({ files }: TeamsCheck, manifest: Manifest): string[] {
  const languages = manifest.localizationInfo?.additionalLanguages ?? []
  return languages.flatMap(({ file }) => {
    const bytes = files.get(file)
    const texts = bytes === undefined ? null : parse(new TextDecoder().decode(bytes))
    if (texts === null) return [`Sprogfilen ${file} mangler i pakken eller er ikke gyldig JSON.`]
    const schema = readSchema(manifest.manifestVersion, 'MicrosoftTeams.Localization.schema.json')
    return checkLanguageFile(file, texts, schema ?? {})
  })
}

function checkIcons({ iconSize }: TeamsCheck, { icons }: Manifest): string[] {
  return (
    [
      [icons.color, 192],
      [icons.outline, 32],
    ] as const
  ).flatMap(([name, wanted]) => {
    const size = iconSize(name)
    if (size === wanted) return []
    return [
      `Ikonet ${name} skal være en PNG på ${wanted} x ${wanted} punkter${size === null ? '' : `, men er ${size} x ${size}`}.`,
    ]
  })
}

function checkTab({ appOrigin }: TeamsCheck, { configurableTabs = [], validDomains = [] }: Manifest): string[] {
  const [tab] = configurableTabs
  if (tab === undefined) return ['manifest.json har ingen configurableTabs.']
  const host = new URL(appOrigin).host
  return [
    ...(tab.configurationUrl.startsWith(`${appOrigin}/`)
      ? []
      : [`configurationUrl skal være en adresse på ${appOrigin}, men er "${tab.configurationUrl}".`]),
    ...(validDomains.includes(host) ? [] : [`validDomains skal nævne ${host}.`]),
    ...validDomains
      .filter((domain) => domain.includes('*'))
      .map((domain) => `validDomains må ikke have jokertegn: ${domain}.`),
    ...contexts
      .filter((context) => !tab.context?.includes(context))
      .map((context) => `configurableTabs[0].context mangler ${context}.`),
  ]
}

async function checkSchema(manifest: Manifest): Promise<string[]> {
  const schema = readSchema(manifest.manifestVersion, 'MicrosoftTeams.schema.json')
  if (schema === null)
    return [`manifestVersion "${manifest.manifestVersion}" er ikke en version, der kan kontrolleres.`]
  type Checkable = Parameters<typeof ManifestUtil.validateManifestAgainstSchema>
  const faults = await ManifestUtil.validateManifestAgainstSchema(manifest as Checkable[0], schema as Checkable[1])
  return faults.map((fault) => `manifest.json: ${fault}`)
}

function readSchema(version: string, name: string): object | null {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas/teams')
  if (!/^1\.\d{1,2}$/.test(version)) return null
  try {
    return JSON.parse(readFileSync(join(folder, `v${version}`, name), 'utf8')) as object
  } catch {
    return null
  }
}

function parse(text: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Manifest) : null
  } catch {
    return null
  }
}
