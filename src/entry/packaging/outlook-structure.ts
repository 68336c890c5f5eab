import type { XmlElement } from './xml-tree.ts'

type Rule = { readonly children: readonly string[]; readonly required: readonly string[] }

// The order in Microsoft's schemas: offappmanifest 1.1 and mailappversionoverrides 1.0 and 1.1
// (learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering).
const order: Readonly<Record<string, Rule>> = {
  OfficeApp: rule(
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting VersionOverrides',
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements FormSettings Permissions Rule VersionOverrides',
  ),
  VersionOverrides: rule('Description Requirements Hosts Resources VersionOverrides', 'Requirements Hosts Resources'),
  MailHost: rule('DesktopFormFactor MobileFormFactor', 'DesktopFormFactor'),
  ExtensionPoint: rule('OfficeTab', 'OfficeTab'),
  OfficeTab: rule('Group', 'Group'),
  Group: rule('Label Tooltip Control', 'Label Control'),
  Control: rule('Label ToolTip Supertip Icon Action', 'Label Supertip Icon Action'),
  Supertip: rule('Title Description', 'Title Description'),
  Action: rule('SourceLocation SupportsPinning FunctionName', 'SourceLocation'),
  Resources: rule('Images Urls ShortStrings LongStrings', 'Images Urls ShortStrings LongStrings'),
}

const surfaces = [
  'MessageReadCommandSurface',
  'AppointmentAttendeeCommandSurface',
  'AppointmentOrganizerCommandSurface',
]

/** Elements that are missing, not known in their place, or out of order. */
export function checkOrder(element: XmlElement): string[] {
  const expected = order[element.attributes['xsi:type'] ?? ''] ?? order[element.name]
  const faults = expected ? faultsOf(element, expected) : []
  return [...faults, ...element.children.flatMap(checkOrder)]
}

/** The three places in Outlook where the product has a button, in each of the two versions of the commands. */
export function checkSurfaces(overrides: XmlElement, points: readonly XmlElement[]): string[] {
  const found = points.map((point) => point.attributes['xsi:type'])
  return surfaces
    .filter((surface) => !found.includes(surface))
    .map((surface) => `Linje ${overrides.line}: <VersionOverrides> mangler <ExtensionPoint xsi:type="${surface}">.`)
}

function faultsOf(element: XmlElement, { children, required }: Rule): string[] {
  const names = element.children.map(({ name }) => name)
  const missing = required
    .filter((name) => !names.includes(name))
    .map((name) => `Linje ${element.line}: <${element.name}> mangler <${name}>.`)
  let furthest = 0
  const misplaced = element.children.flatMap(({ line, name }) => {
    const place = children.indexOf(name)
    if (place < 0) return [`Linje ${line}: <${name}> hører ikke hjemme i <${element.name}>.`]
    const isLate = place < furthest
    furthest = Math.max(furthest, place)
    return isLate ? [`Linje ${line}: <${name}> skal stå før <${children[furthest]}> i <${element.name}>.`] : []
  })
  return [...missing, ...misplaced]
}

function rule(children: string, required: string): Rule {
  return { children: children.split(' '), required: required.split(' ') }
}
