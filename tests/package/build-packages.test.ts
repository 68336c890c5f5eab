import { resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { buildPackages, type PackageSources } from '../../src/entry/packaging/build-packages.ts'
import { checkOutlookManifest } from '../../src/entry/packaging/check-outlook-manifest.ts'
import { escapeXml, fillTemplate, templateValues } from '../../src/entry/packaging/fill-template.ts'
import { readPackageSources } from '../../src/entry/packaging/read-package-sources.ts'
import { readPngSize } from '../../src/entry/packaging/read-png-size.ts'
import { readDeployment } from '../../src/entry/read-deployment.ts'

const good = readPackageSources(resolve(import.meta.dirname, '../..'))

/** What is wrong with the add-in's manifest after a change; the Teams schema, slow to read, is left out of it. */
function outlookProblems(change: (xml: string) => string): readonly string[] {
  const template = change(good.outlook)
  expect(template, 'the change must hit something').not.toBe(good.outlook)
  const reading = readDeployment(good.deployment)
  if (reading.kind === 'faulty') throw new Error(reading.problems.join())
  const { text } = fillTemplate(template, templateValues(reading.deployment, good.version), escapeXml)
  const iconSize = (path: string): number | null =>
    readPngSize(good.served.get(path) ?? new Uint8Array())?.width ?? null
  return checkOutlookManifest({ xml: text, appOrigin: reading.deployment.appOrigin, iconSize })
}

function withTeamsFile(name: string, change: (text: string) => string): PackageSources {
  const before = strFromU8(good.teams.get(name) ?? new Uint8Array())
  const after = change(before)
  expect(after, 'the change must hit something').not.toBe(before)
  return { ...good, teams: new Map([...good.teams, [name, new TextEncoder().encode(after)]]) }
}

async function problemsOf(sources: PackageSources): Promise<readonly string[]> {
  const built = await buildPackages(sources)
  return built.kind === 'faulty' ? built.problems : []
}

test('the sources as they are make both packages', async () => {
  const built = await buildPackages(good)
  if (built.kind === 'faulty') throw new Error(built.problems.join('\n'))
  const files = unzipSync(built.teamsZip)
  expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png'])
  expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).not.toContain('{{')
  expect(built.outlookXml).not.toContain('{{')
})

test('the same sources give the same bytes', async () => {
  expect(await buildPackages(good)).toEqual(await buildPackages(good))
})

test('values of deployment.json cannot break out of either format', async () => {
  const deployment = good.deployment.replace('Sundhedssekretariatet Eksempel', 'Sund & \\"Rask\\" <A/S>')
  const built = await buildPackages({ ...good, deployment })
  if (built.kind === 'faulty') throw new Error(built.problems.join('\n'))
  expect(built.outlookXml).toContain('<ProviderName>Sund &amp; &quot;Rask&quot; &lt;A/S&gt;</ProviderName>')
  const manifest = strFromU8(unzipSync(built.teamsZip)['manifest.json'] ?? new Uint8Array())
  expect(JSON.parse(manifest)).toMatchObject({ developer: { name: 'Sund & "Rask" <A/S>' } })
})

test.each<[what: string, sources: () => PackageSources, problem: RegExp]>([
  ['no JSON', () => ({ ...good, deployment: '{' }), /deployment\.json er ikke gyldig JSON/],
  [
    'a client id that is none',
    () => ({ ...good, deployment: good.deployment.replace('00000000b001', 'b001') }),
    /"registrations\.forum-data" skal være et id/,
  ],
  [
    'an http address',
    () => ({ ...good, deployment: good.deployment.replace('"appOrigin": "https:', '"appOrigin": "http:') }),
    /"appOrigin" skal begynde med https/,
  ],
  [
    'an address with a path',
    () => ({ ...good, deployment: good.deployment.replace('moedetraad.example",', 'moedetraad.example/app",') }),
    /"appOrigin" skal kun være https:\/\/ og domænet/,
  ],
  [
    'a missing field',
    () => ({ ...good, deployment: good.deployment.replace('"hostTenantId"', '"tenant"') }),
    /"hostTenantId" mangler/,
  ],
  [
    'one client id for both registrations',
    () => ({ ...good, deployment: good.deployment.replace('b002', 'b001') }),
    /hver sit id/,
  ],
  [
    'the same forum twice',
    () => ({ ...good, deployment: good.deployment.replace('d002', 'd001').replace('e002', 'e001') }),
    /samme sted to gange/,
  ],
  [
    'a long name',
    () => ({
      ...good,
      deployment: good.deployment.replace('"short": "Mødetråd"', `"short": "${'Mødetråd '.repeat(4)}"`),
    }),
    /højst være på 30 tegn/,
  ],
  ['a version of two numbers', () => ({ ...good, version: '1.0' }), /Versionen i package\.json/],
])('deployment with %s', async (_, sources, problem) => {
  expect((await problemsOf(sources())).join('\n')).toMatch(problem)
})

test.each<[what: string, sources: () => PackageSources, problem: RegExp]>([
  ['no JSON', () => withTeamsFile('manifest.json', (text) => text.slice(0, -5)), /ikke gyldig JSON/],
  [
    'an unknown field',
    () => withTeamsFile('manifest.json', (text) => text.replace('"icons"', '"ikoner": 1, "icons"')),
    /additional properties/,
  ],
  [
    'a context that does not exist',
    () => withTeamsFile('manifest.json', (text) => text.replace('"meetingStage"', '"stage"')),
    /must be equal to one of the allowed values/,
  ],
  [
    'a missing context',
    () => withTeamsFile('manifest.json', (text) => text.replace('"meetingDetailsTab", ', '')),
    /mangler meetingDetailsTab/,
  ],
  [
    'a version without schema',
    () =>
      withTeamsFile('manifest.json', (text) => text.replace('"manifestVersion": "1.25"', '"manifestVersion": "9.9"')),
    /manifestVersion "9\.9"/,
  ],
  [
    'a wildcard domain',
    () => withTeamsFile('manifest.json', (text) => text.replace('["{{appHost}}"]', '["{{appHost}}", "*.example"]')),
    /jokertegn/,
  ],
  [
    'another domain',
    () =>
      withTeamsFile('manifest.json', (text) =>
        text.replace('{{appOrigin}}/tab.html', 'https://andet.example/tab.html'),
      ),
    /configurationUrl skal være en adresse på/,
  ],
  [
    'a name in braces nobody knows',
    () => withTeamsFile('manifest.json', (text) => text.replace('{{name.full}}', '{{name.long}}')),
    /\{\{name\.long\}\}/,
  ],
  [
    'a long description',
    () => withTeamsFile('en.json', (text) => text.replace('Keeps the thread', 'Keeps '.repeat(20))),
    /"description\.short" er længere end 80 tegn/,
  ],
  [
    'a text that cannot be translated',
    () => withTeamsFile('en.json', (text) => text.replace('"name.full"', '"name.longest"')),
    /"name\.longest" er ikke en tekst/,
  ],
  [
    'no language file',
    () => ({ ...good, teams: new Map([...good.teams].filter(([name]) => name !== 'en.json')) }),
    /Sprogfilen en\.json mangler/,
  ],
  [
    'a wrong icon',
    () => ({
      ...good,
      teams: new Map([...good.teams, ['color.png', good.teams.get('outline.png') ?? new Uint8Array()]]),
    }),
    /color\.png skal være en PNG på 192 x 192 punkter, men er 32 x 32/,
  ],
  [
    'an icon that is no PNG',
    () => withTeamsFile('outline.png', () => 'GIF89a'),
    /outline\.png skal være en PNG på 32 x 32/,
  ],
])('a Teams package with %s', async (_, sources, problem) => {
  expect((await problemsOf(sources())).join('\n')).toMatch(problem)
})

test.each<[what: string, change: (xml: string) => string, problem: RegExp]>([
  ['an open element', (xml) => xml.replace('</AppDomains>', ''), /Ikke gyldig XML/],
  ['another root', (xml) => xml.replace('xsi:type="MailApp"', 'xsi:type="TaskPaneApp"'), /MailApp/],
  ['an id that is no GUID', (xml) => xml.replace('{{outlookAddInId}}', 'moedetraad'), /<Id> skal være et GUID/],
  [
    'elements out of order',
    (xml) => xml.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'),
    /<Version> skal stå før <ProviderName>/,
  ],
  ['a missing element', (xml) => xml.replace(/<HighResolutionIconUrl.*>/, ''), /mangler <HighResolutionIconUrl>/],
  [
    'an unknown element',
    (xml) => xml.replace('<Permissions>', '<Rights>All</Rights><Permissions>'),
    /<Rights> hører ikke hjemme/,
  ],
  ['too wide rights', (xml) => xml.replace('ReadWriteItem', 'ReadWriteMailbox'), /højst være ReadWriteItem/],
  [
    'a resid without resource',
    (xml) => xml.replace('<Description resid="readTip"/>', '<Description resid="mailTip"/>'),
    /resid="mailTip" findes ikke/,
  ],
  [
    'a resource twice',
    (xml) => xml.replace('id="icon32" DefaultValue', 'id="icon16" DefaultValue'),
    /"icon16" er brugt to gange/,
  ],
  [
    'a button twice',
    (xml) => xml.replace('id="moedetraad.attendee.open"', 'id="moedetraad.read.open"'),
    /"moedetraad\.read\.open" er brugt to gange/,
  ],
  [
    'an address elsewhere',
    (xml) =>
      xml.replace(
        '<bt:Url id="pane" DefaultValue="{{appOrigin}}',
        '<bt:Url id="pane" DefaultValue="https://andet.example',
      ),
    /<Url> skal være en adresse på/,
  ],
  [
    'an address without TLS',
    (xml) => xml.replace('<IconUrl DefaultValue="{{appOrigin}}', '<IconUrl DefaultValue="http://moedetraad.example'),
    /<IconUrl> skal være en adresse på/,
  ],
  [
    'an icon that is not served',
    (xml) => xml.replace('icon-64.png', 'icon-63.png'),
    /skal være 64 x 64 punkter, men er ingen PNG/,
  ],
  [
    'an icon of the wrong size',
    (xml) => xml.replace('icon-128.png', 'icon-80.png'),
    /skal være 128 x 128 punkter, men er 80 x 80/,
  ],
  [
    'a surface less',
    (xml) => xml.replace('AppointmentAttendeeCommandSurface', 'MessageComposeCommandSurface'),
    /mangler <ExtensionPoint xsi:type="AppointmentAttendeeCommandSurface">/,
  ],
  [
    'only the old commands',
    (xml) => xml.replace('VersionOverridesV1_1', 'VersionOverridesV1_0'),
    /V1_0 med V1_1 indeni/,
  ],
  [
    'a long text',
    (xml) => xml.replace('Se hvilken dato', `${'Se hvilken dato '.repeat(20)}`),
    /"attendeeTip" er længere end 250 tegn/,
  ],
])('an Outlook manifest with %s', (_, change, problem) => {
  expect(outlookProblems(change).join('\n')).toMatch(problem)
})
