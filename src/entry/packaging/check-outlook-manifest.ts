import { checkOrder, checkSurfaces } from './outlook-structure.ts'
import { allBelow, childNamed, readXml, type XmlElement } from './xml-tree.ts'

export type OutlookCheck = {
  readonly xml: string
  readonly appOrigin: string
  /** Pixels of the square PNG that is served at a path of the app ("/icons/icon-64.png"); null when there is none. */
  readonly iconSize: (path: string) => number | null
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Resource ids are at most 32 characters; strings have limits of their own.
const limits: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 }

/** Checks an add-in only manifest of Outlook without asking anybody: Danish sentences, none when it is in order. */
export function checkOutlookManifest({ appOrigin, iconSize, xml }: OutlookCheck): string[] {
  const root = readXml(xml)
  if (typeof root === 'string') return [`${root}.`]
  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'MailApp') {
    return ['Det yderste element skal være <OfficeApp xsi:type="MailApp">.']
  }
  const elements = allBelow(root)
  const overrides = elements.filter(({ name }) => name === 'VersionOverrides')
  return [
    ...checkOrder(root),
    ...checkHead(root),
    ...checkVersions(overrides),
    ...overrides.flatMap((one) => checkOverrides(one)),
    ...elements.flatMap((element) => checkAddress(element, appOrigin)),
    ...elements.flatMap((element) => checkImage(element, overrides, iconSize)),
  ]
}

function checkHead(root: XmlElement): string[] {
  const text = (name: string): string => childNamed(root, name)?.text.trim() ?? ''
  return [
    ...(guid.test(text('Id')) ? [] : [`<Id> skal være et GUID, men er "${text('Id')}".`]),
    ...(/^\d{1,5}(?:\.\d{1,5}){3}$/.test(text('Version'))
      ? []
      : [`<Version> skal være fire tal med punktum imellem, men er "${text('Version')}".`]),
    ...(['ReadItem', 'ReadWriteItem'].includes(text('Permissions'))
      ? []
      : [`<Permissions> må højst være ReadWriteItem, men er "${text('Permissions')}".`]),
    ...(text('DefaultLocale') === 'da-DK' ? [] : ['<DefaultLocale> skal være da-DK.']),
  ]
}

function checkVersions(overrides: readonly XmlElement[]): string[] {
  const types = overrides.map(({ attributes }) => attributes['xsi:type'])
  const isNested = types.length === 2 && types[0] === 'VersionOverridesV1_0' && types[1] === 'VersionOverridesV1_1'
  return isNested ? [] : ['<VersionOverrides> skal være V1_0 med V1_1 indeni.']
}

/** One version of the commands has resources and control ids of its own; those of the version inside it are another's. */
function checkOverrides(overrides: XmlElement): string[] {
  const own = ownElements(overrides)
  const resources = ownElements(childNamed(overrides, 'Resources')).filter(({ attributes }) => 'id' in attributes)
  const known = new Set(resources.map(({ attributes }) => attributes['id']))
  const controls = own.filter(({ name }) => name === 'Control' || name === 'Group')
  const asked = own.filter(({ attributes }) => 'resid' in attributes)
  const used = new Set(asked.map(({ attributes }) => attributes['resid']))
  return [
    ...checkSurfaces(
      overrides,
      own.filter(({ name }) => name === 'ExtensionPoint'),
    ),
    ...twice(resources),
    ...twice(controls),
    ...asked
      .filter(({ attributes }) => !known.has(attributes['resid']))
      .map(({ attributes, line }) => `Linje ${line}: resid="${attributes['resid']}" findes ikke under <Resources>.`),
    ...resources
      .filter(({ attributes }) => !used.has(attributes['id']))
      .map(({ attributes, line }) => `Linje ${line}: "${attributes['id']}" under <Resources> bruges ikke.`),
    ...resources.flatMap((resource) => checkLength(resource, childNamed(overrides, 'Resources'))),
  ]
}

function ownElements(element: XmlElement | undefined): XmlElement[] {
  if (element === undefined) return []
  return element.children
    .filter(({ name }) => name !== 'VersionOverrides')
    .flatMap((child) => [child, ...ownElements(child)])
}

function twice(elements: readonly XmlElement[]): string[] {
  const seen = new Set<string>()
  return elements.flatMap(({ attributes, line }) => {
    const id = attributes['id'] ?? ''
    const isKnown = seen.has(id)
    seen.add(id)
    return isKnown ? [`Linje ${line}: id "${id}" er brugt to gange.`] : []
  })
}

function checkLength(resource: XmlElement, resources: XmlElement | undefined): string[] {
  const group = resources?.children.find(({ children }) => children.includes(resource))
  const limit = limits[group?.name ?? '']
  const id = resource.attributes['id'] ?? ''
  const texts = [resource.attributes['DefaultValue'], ...resource.children.map(({ attributes }) => attributes['Value'])]
  return [
    ...(id.length > 32 ? [`Linje ${resource.line}: id "${id}" er længere end 32 tegn.`] : []),
    ...texts
      .filter((text) => limit !== undefined && (text ?? '').length > limit)
      .map(() => `Linje ${resource.line}: teksten "${id}" er længere end ${limit} tegn.`),
  ]
}

const addresses = ['IconUrl', 'HighResolutionIconUrl', 'SourceLocation', 'Url', 'Image']

function checkAddress({ attributes, line, name }: XmlElement, appOrigin: string): string[] {
  const address = attributes['DefaultValue']
  if (!addresses.includes(name) || address === undefined) return []
  return address.startsWith(`${appOrigin}/`)
    ? []
    : [`Linje ${line}: <${name}> skal være en adresse på ${appOrigin}, men er "${address}".`]
}

function checkImage(
  element: XmlElement,
  overrides: readonly XmlElement[],
  iconSize: OutlookCheck['iconSize'],
): string[] {
  const wanted = wantedSize(element)
  if (wanted === null) return []
  const named = element.attributes['resid']
  const address =
    element.attributes['DefaultValue'] ??
    overrides
      .flatMap(ownElements)
      .find(({ attributes, name }) => name === 'Image' && named !== undefined && attributes['id'] === named)
      ?.attributes['DefaultValue']
  if (address === undefined) return []
  const size = iconSize(address.replace(/^https:\/\/[^/]*/, ''))
  if (size === wanted) return []
  const found = size === null ? 'er ingen PNG' : `er ${size} x ${size}`
  return [`Linje ${element.line}: ikonet ${address} skal være ${wanted} x ${wanted} punkter, men ${found}.`]
}

function wantedSize({ attributes, name }: XmlElement): number | null {
  if (name === 'IconUrl') return 64
  if (name === 'HighResolutionIconUrl') return 128
  return name === 'Image' && attributes['size'] !== undefined ? Number(attributes['size']) : null
}
