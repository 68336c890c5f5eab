import type { WorldPerson, WorldTenant } from '../world.ts'
import { guidOf } from './identifiers.ts'

type TenantName =
  | 'sekretariatet'
  | 'region'
  | 'lyngvig'
  | 'strandvang'
  | 'hedelund'
  | 'birkesoe'
  | 'aakaerdal'
  | 'fjordhoej'
  | 'moellevang'

const tenantNames: Record<TenantName, { readonly name: string; readonly domain: string }> = {
  sekretariatet: { name: 'Sundhedssekretariatet Nordenå', domain: 'sundhedssekretariatet.example' },
  region: { name: 'Region Nordenå', domain: 'region-nordenaa.example' },
  lyngvig: { name: 'Lyngvig Kommune', domain: 'lyngvig.example' },
  strandvang: { name: 'Strandvang Kommune', domain: 'strandvang.example' },
  hedelund: { name: 'Hedelund Kommune', domain: 'hedelund.example' },
  birkesoe: { name: 'Birkesø Kommune', domain: 'birkesoe.example' },
  aakaerdal: { name: 'Åkærdal Kommune', domain: 'aakaerdal.example' },
  fjordhoej: { name: 'Fjordhøj Kommune', domain: 'fjordhoej.example' },
  moellevang: { name: 'Møllevang Kommune', domain: 'moellevang.example' },
}

/** The tenant that owns the forums' sites. */
export const hostTenantId = guidOf('tenant:sekretariatet')

/** Host name of its SharePoint. */
export const sharePointHost = 'sundhedssekretariatet.sharepoint.example'

const calendarConsent = {
  registration: 'my-calendar',
  scopes: ['Calendars.Read', 'Calendars.ReadWrite', 'Files.ReadWrite.AppFolder'],
} as const
const forumConsent = { registration: 'forum-data', scopes: ['Sites.Selected', 'User.Read'] } as const

function consentsOf(tenant: TenantName): WorldTenant['consents'] {
  if (tenant === 'sekretariatet') return [forumConsent, calendarConsent]
  // Åkærdal's administrator has not answered yet: its people see the product without their calendar.
  return tenant === 'aakaerdal' ? [] : [calendarConsent]
}

/** The joint secretariat's tenant, a region and seven municipalities. */
export const demoTenants: readonly WorldTenant[] = (Object.keys(tenantNames) as TenantName[]).map((tenant) => ({
  id: guidOf(`tenant:${tenant}`),
  ...tenantNames[tenant],
  consents: consentsOf(tenant),
}))

type Sketch = { readonly id: string; readonly name: string; readonly home: TenantName; readonly jobTitle: string }

const sketches = [
  { id: 'lone', name: 'Lone Ravnkilde', home: 'sekretariatet', jobTitle: 'Sekretariatsleder' },
  { id: 'vibe', name: 'Vibe Damsholt', home: 'sekretariatet', jobTitle: 'Konsulent' },
  { id: 'jonas', name: 'Jonas Ellebro', home: 'sekretariatet', jobTitle: 'Chefkonsulent' },
  { id: 'karen', name: 'Karen Muldbjerg', home: 'sekretariatet', jobTitle: 'Økonomikonsulent' },
  { id: 'hanne', name: 'Hanne Skovlind', home: 'lyngvig', jobTitle: 'Sundheds- og ældrechef' },
  { id: 'birgit', name: 'Birgit Aaskov', home: 'hedelund', jobTitle: 'Chef for Ældre og Sundhed' },
  { id: 'mads', name: 'Mads Thorkrarup', home: 'strandvang', jobTitle: 'Sundhedschef' },
  { id: 'soeren', name: 'Søren Elmtoft', home: 'birkesoe', jobTitle: 'Ældrechef' },
  { id: 'inge', name: 'Inge Balsby', home: 'birkesoe', jobTitle: 'Sundhedschef' },
  { id: 'tove', name: 'Tove Nygaardsholm', home: 'aakaerdal', jobTitle: 'Sundheds- og ældrechef' },
  { id: 'peter', name: 'Peter Vangsbo', home: 'fjordhoej', jobTitle: 'Direktør for Sundhed og Omsorg' },
  { id: 'anja', name: 'Anja Rosenkær', home: 'moellevang', jobTitle: 'Myndighedschef' },
  { id: 'erik', name: 'Erik Sandgrav', home: 'region', jobTitle: 'Vicedirektør, Nordenå Hospital' },
  { id: 'rikke', name: 'Rikke Havmose', home: 'strandvang', jobTitle: 'Ældrechef' },
  { id: 'ole', name: 'Ole Tingskov', home: 'hedelund', jobTitle: 'Leder af Visitationen' },
  { id: 'lars', name: 'Lars Møllehave-Dam', home: 'lyngvig', jobTitle: 'Rehabiliteringschef' },
  { id: 'gorm', name: 'Gorm Tvedegaard', home: 'lyngvig', jobTitle: 'Velfærdsdirektør' },
  { id: 'dorte', name: 'Dorte Klitlund', home: 'moellevang', jobTitle: 'Direktør for Velfærd' },
  { id: 'kaj', name: 'Kaj Overby', home: 'fjordhoej', jobTitle: 'Driftsleder, hjemmeplejen' },
] as const satisfies readonly Sketch[]

/** Short id of a person of the demo. */
export type PersonName = (typeof sketches)[number]['id']

const asciiLetters: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' }

function mailOf(sketch: Sketch): string {
  const local = sketch.name.toLowerCase().replace(/[æøå]/g, (letter) => asciiLetters[letter] ?? letter)
  return `${local.replaceAll(' ', '.')}@${tenantNames[sketch.home].domain}`
}

function aboutOf(sketch: Sketch): string {
  switch (sketch.id) {
    case 'karen':
      return 'Sekretariatet, ikke med i noget forum'
    case 'mads':
      return `${sketch.jobTitle}, ${tenantNames[sketch.home].name} – indkaldte til den gamle dato`
    case 'tove':
      return `${sketch.jobTitle}, ${tenantNames[sketch.home].name} – kommunen mangler samtykke til kalender`
    case 'hanne':
      return `Formand for Chefforum, ${tenantNames[sketch.home].name}`
    case 'birgit':
      return `Næstformand for Chefforum, ${tenantNames[sketch.home].name}`
    default:
      return sketch.home === 'sekretariatet'
        ? `${sketch.jobTitle}, sekretariat for fora`
        : `${sketch.jobTitle}, ${tenantNames[sketch.home].name}`
  }
}

/** Everybody in the demo; those outside the secretariat are guests in its tenant. */
export const demoPersons: readonly WorldPerson[] = sketches.map((sketch) => ({
  id: sketch.id,
  oid: guidOf(`person:${sketch.id}`),
  name: sketch.name,
  mail: mailOf(sketch),
  homeTenantId: guidOf(`tenant:${sketch.home}`),
  guestIn: sketch.home === 'sekretariatet' ? [] : [hostTenantId],
  jobTitle: sketch.jobTitle,
  about: aboutOf(sketch),
}))

/** One person of the demo, and the organisation they speak for. */
export function personNamed(id: PersonName): WorldPerson & { readonly organisation: string } {
  const person = demoPersons.find((candidate) => candidate.id === id)
  const sketch = sketches.find((candidate) => candidate.id === id)
  if (!person || !sketch) throw new Error(`No such person in the demo: ${id}`)
  return { ...person, organisation: tenantNames[sketch.home].name }
}
