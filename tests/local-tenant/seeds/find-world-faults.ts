import type { World, WorldList, WorldSite } from '../../../src/local-tenant/world.ts'

type Column = {
  readonly name: string
  readonly text?: { readonly allowMultipleLines?: boolean }
  readonly number?: object
  readonly dateTime?: object
  readonly choice?: { readonly choices: readonly string[] }
  readonly required?: boolean
  readonly enforceUniqueValues?: boolean
}

const isoUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** Everything in a world that does not hold together, as sentences; none for a good world. */
export function findWorldFaults(world: World): readonly string[] {
  return [
    ...repeated(
      'tenant',
      world.tenants.map((tenant) => tenant.id),
    ),
    ...repeated(
      'person',
      world.persons.map((person) => person.id),
    ),
    ...repeated(
      'oid',
      world.persons.map((person) => person.oid),
    ),
    ...repeated(
      'mail',
      world.persons.map((person) => person.mail),
    ),
    ...repeated(
      'site',
      world.sites.map((site) => site.id),
    ),
    ...repeated(
      'message',
      world.messages.map((message) => message.id),
    ),
    ...repeated(
      'iCalUId',
      world.events.map((event) => event.iCalUId),
    ),
    ...personFaults(world),
    ...world.sites.flatMap((site) => siteFaults(world, site)),
    ...eventFaults(world),
    ...messageFaults(world),
    ...chatFaults(world),
  ]
}

function repeated(what: string, values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${what} twice: ${value}`)
}

function unknownPersons(world: World, where: string, ids: readonly unknown[]): readonly string[] {
  const known = new Set(world.persons.map((person) => person.id))
  return ids
    .filter((id): id is string => typeof id === 'string' && !known.has(id))
    .map((id) => `${where}: no such person ${id}`)
}

function personFaults(world: World): readonly string[] {
  const tenants = new Map(world.tenants.map((tenant) => [tenant.id, tenant]))
  return world.persons.flatMap((person) => {
    const home = tenants.get(person.homeTenantId)
    const faults: string[] = []
    if (!home || !person.mail.endsWith(`@${home.domain}`)) faults.push(`${person.id}: mail outside the home tenant`)
    if (!/^[a-z.@-]+\.example$/.test(person.mail)) faults.push(`${person.id}: mail is not invented: ${person.mail}`)
    if (person.guestIn.some((id) => !tenants.has(id))) faults.push(`${person.id}: guest in an unknown tenant`)
    return faults
  })
}

function siteFaults(world: World, site: WorldSite): readonly string[] {
  const people = [...site.owners, ...site.members, ...site.visitors]
  const fileIds = new Set(site.files.map((file) => file.id))
  const meetings = new Set(valuesOf(site, 'Meetings', 'MeetingKey'))
  const owners = new Set([...valuesOf(site, 'AgendaItems', 'ItemKey'), ...valuesOf(site, 'Proposals', 'ProposalKey')])
  const faults: string[] = [
    ...unknownPersons(world, site.name, people),
    ...repeated(`${site.name} person`, people),
    ...repeated(
      `${site.name} file`,
      site.files.map((file) => file.path),
    ),
    ...site.lists.flatMap((list) => listFaults(world, list)),
  ]
  for (const list of site.lists) {
    for (const { fields } of list.rows) {
      const where = `${site.name}/${list.name}/${String(fields['Title'])}`
      for (const column of ['MeetingKey', 'SupersedesKey']) {
        const key = fields[column]
        if (key && !meetings.has(String(key))) faults.push(`${where}: ${column} leads nowhere`)
      }
      if (fields['ItemKey'] && !owners.has(String(fields['ItemKey']))) faults.push(`${where}: ItemKey leads nowhere`)
      const proposal = fields['FromProposalKey']
      if (proposal && !owners.has(String(proposal))) faults.push(`${where}: FromProposalKey leads nowhere`)
      if (fields['Kind'] !== 'file' || list.name !== 'Enclosures') continue
      if (fields['DriveId'] !== site.driveId) faults.push(`${where}: another drive`)
      if (!fileIds.has(String(fields['DriveItemId']))) faults.push(`${where}: no such file`)
    }
  }
  return faults
}

function valuesOf(site: WorldSite, list: string, column: string): readonly string[] {
  const rows = site.lists.find((candidate) => candidate.name === list)?.rows ?? []
  return rows.map((row) => String(row.fields[column]))
}

function listFaults(world: World, list: WorldList): readonly string[] {
  const columns = new Map((list.columns as unknown as readonly Column[]).map((column) => [column.name, column]))
  const faults = list.rows.flatMap((row) => [
    ...unknownPersons(world, list.name, [row.createdBy, row.modifiedBy]),
    ...(isoUtc.test(row.createdAt) ? [] : [`${list.name}: createdAt is no time`]),
    ...(row.createdAt <= world.now ? [] : [`${list.name}/${String(row.fields['Title'])}: made in the future`]),
    ...Object.entries(row.fields).flatMap(([name, value]) =>
      valueFault(name, value, columns.get(name)).map((fault) => `${list.name}.${name}: ${fault}`),
    ),
  ])
  for (const column of columns.values()) {
    const values = list.rows.map((row) => row.fields[column.name])
    if (column.required && values.some((value) => value === undefined))
      faults.push(`${list.name}.${column.name}: empty`)
    if (column.enforceUniqueValues) faults.push(...repeated(`${list.name}.${column.name}`, values.map(String)))
  }
  return faults
}

function valueFault(name: string, value: unknown, column: Column | undefined): readonly string[] {
  if (name === 'Title') return typeof value === 'string' && value.length <= 255 ? [] : ['no title']
  if (!column) return ['no such column']
  if (column.number) return typeof value === 'number' ? [] : ['no number']
  if (typeof value !== 'string') return ['no text']
  if (column.dateTime) return isoUtc.test(value) ? [] : [`no time: ${value}`]
  if (column.choice) return column.choice.choices.includes(value) ? [] : [`no choice: ${value}`]
  return column.text?.allowMultipleLines || value.length <= 255 ? [] : ['longer than 255']
}

function eventFaults(world: World): readonly string[] {
  return world.events.flatMap((event) => {
    const faults = [
      ...unknownPersons(world, event.subject, [event.organizer, ...event.attendees.map((one) => one.person)]),
      ...repeated(
        `${event.subject} attendee`,
        event.attendees.map((one) => JSON.stringify(one.person)),
      ),
    ]
    if (!isoUtc.test(event.startUtc) || !isoUtc.test(event.endUtc)) faults.push(`${event.subject}: no time`)
    if (event.endUtc <= event.startUtc) faults.push(`${event.subject}: ends before it begins`)
    if (event.createdAt > world.now) faults.push(`${event.subject}: made in the future`)
    if (event.attendees.some((one) => one.person === event.organizer)) faults.push(`${event.subject}: invites itself`)
    return faults
  })
}

function messageFaults(world: World): readonly string[] {
  const events = new Set(world.events.map((event) => event.iCalUId))
  const mails = new Set(world.persons.map((person) => person.mail))
  return world.messages.flatMap((message) => {
    const faults = [...unknownPersons(world, message.subject, [message.mailbox])]
    if (message.eventICalUId && !events.has(message.eventICalUId)) faults.push(`${message.id}: no such event`)
    if (!mails.has(message.from.mail)) faults.push(`${message.id}: unknown sender`)
    if (message.receivedAt > world.now) faults.push(`${message.id}: received in the future`)
    return faults
  })
}

function chatFaults(world: World): readonly string[] {
  return world.chats.flatMap((chat) => [
    ...unknownPersons(world, chat.topic, [chat.organizer, ...chat.members]),
    ...(world.events.some((event) => event.joinUrl === chat.joinUrl) ? [] : [`${chat.topic}: chat of no event`]),
    ...(chat.joinUrl.includes(encodeURIComponent(chat.threadId)) ? [] : [`${chat.topic}: link without its thread`]),
  ])
}
