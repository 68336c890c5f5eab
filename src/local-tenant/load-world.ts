import { createHash } from 'node:crypto'
import {
  type Attendance,
  type EventData,
  mailboxIds,
  occurrenceId,
  occurrenceUid,
  plainEvent,
} from './calendar/event-record.ts'
import { insertEvent } from './calendar/event-store.ts'
import { resolveZone, toWall } from './calendar/zone-time.ts'
import { createDrive, ensureFolder, storeFile } from './drive/drive-store.ts'
import { findPerson } from './identity/people.ts'
import { insertMessage, plainMessage } from './mail/message-store.ts'
import { columnsOf } from './sites/columns.ts'
import { mergeFields, readFields } from './sites/field-values.ts'
import { insertItem } from './sites/item-store.ts'
import { createList, type ListRow } from './sites/list-store.ts'
import type { Store } from './store/database.ts'
import type { World, WorldEvent, WorldFile, WorldList, WorldSite } from './world.ts'

/** Turns a world into rows, in one transaction: the tenant holds all of it or nothing. */
export function loadWorld(store: Store, world: World): void {
  store.inTransaction(() => {
    loadPeople(store, world)
    for (const site of world.sites) loadSite(store, site, world.now)
    for (const event of world.events) loadEvent(store, event)
    for (const message of world.messages) loadMessage(store, message)
    for (const chat of world.chats) {
      store.run(
        'INSERT INTO chats (id, tenant_id, topic, join_url, organizer, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        chat.threadId,
        findPerson(store, chat.organizer)?.home_tenant ?? '',
        chat.topic,
        chat.joinUrl,
        chat.organizer,
        world.now,
      )
      for (const member of new Set([...chat.members, chat.organizer])) {
        store.run('INSERT INTO chat_members (chat_id, person_id) VALUES (?, ?)', chat.threadId, member)
      }
    }
    store.run("INSERT INTO meta (key, value) VALUES ('loaded', ?)", world.now)
  })
}

/** True when the data folder already holds a world. */
export function holdsWorld(store: Store): boolean {
  return store.get("SELECT value FROM meta WHERE key = 'loaded'") !== undefined
}

function loadPeople(store: Store, world: World): void {
  world.tenants.forEach((tenant, position) => {
    store.run(
      'INSERT INTO tenants (id, name, domain, position) VALUES (?, ?, ?, ?)',
      tenant.id,
      tenant.name,
      tenant.domain,
      position,
    )
    for (const { registration, scopes } of tenant.consents) {
      store.run(
        'INSERT INTO consents (tenant_id, registration, scopes) VALUES (?, ?, ?)',
        tenant.id,
        registration,
        scopes.join(' '),
      )
    }
  })
  world.persons.forEach((person, position) => {
    store.run(
      'INSERT INTO persons (id, oid, name, mail, home_tenant, job_title, about, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      person.id,
      person.oid,
      person.name,
      person.mail,
      person.homeTenantId,
      person.jobTitle,
      person.about,
      position,
    )
    for (const tenantId of person.guestIn) {
      store.run(
        'INSERT INTO guests (person_id, tenant_id, oid) VALUES (?, ?, ?)',
        person.id,
        tenantId,
        guidOf(`${person.oid} in ${tenantId}`),
      )
    }
    createDrive(store, {
      id: `b!me${guidOf(`drive of ${person.oid}`).replaceAll('-', '')}`,
      tenantId: person.homeTenantId,
      personId: person.id,
      at: seconds(world.now),
    })
  })
}

// A guest has another object id in the host tenant than at home; the same one each time the world is loaded.
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function loadSite(store: Store, site: WorldSite, now: string): void {
  const at = seconds(now)
  store.run(
    'INSERT INTO sites (id, tenant_id, name, path, drive_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    site.id,
    site.tenantId,
    site.name,
    site.path,
    site.driveId,
    at,
  )
  const roles = [
    ['visitor', site.visitors],
    ['member', site.members],
    ['owner', site.owners],
  ] as const
  for (const [role, people] of roles) {
    for (const person of people) {
      store.run(
        'INSERT INTO site_rights (site_id, person_id, role) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role',
        site.id,
        person,
        role,
      )
    }
  }
  const by = site.owners[0] ?? ''
  for (const list of site.lists) loadList(store, site, list, { by, at })
  const library = createList(store, site.id, {
    name: 'Dokumenter',
    displayName: 'Dokumenter',
    description: '',
    template: 'documentLibrary',
    columns: [{ name: 'MeetingKey', text: {}, indexed: true }],
    closed: false,
    by,
    at,
  })
  createDrive(store, { id: site.driveId, tenantId: site.tenantId, siteId: site.id, listId: library.id, at })
  for (const file of site.files) loadFile(store, site, library, file)
}

function loadList(store: Store, site: WorldSite, list: WorldList, stamp: { by: string; at: string }): void {
  const made = createList(store, site.id, {
    name: list.name,
    displayName: list.name,
    description: '',
    template: 'genericList',
    columns: list.columns as never,
    closed: list.ownersOnly === true,
    ...stamp,
  })
  const columns = columnsOf(store, made.id)
  for (const row of list.rows) {
    const fields = mergeFields({}, readFields(row.fields, columns))
    const item = insertItem(store, made.id, fields, { by: row.createdBy, at: seconds(row.createdAt) })
    if (row.modifiedAt === undefined && row.modifiedBy === undefined) continue
    store.run(
      'UPDATE items SET modified_at = ?, modified_by = ? WHERE list_id = ? AND id = ?',
      seconds(row.modifiedAt ?? row.createdAt),
      row.modifiedBy ?? row.createdBy,
      made.id,
      item.id,
    )
  }
}

function loadFile(store: Store, site: WorldSite, library: ListRow, file: WorldFile): void {
  const stamp = { by: file.createdBy, at: seconds(file.createdAt) }
  const folders = file.path.split('/')
  const name = folders.pop() ?? ''
  const parent = ensureFolder(store, site.driveId, folders, stamp)
  const fields = readFields(file.fields ?? {}, columnsOf(store, library.id))
  storeFile(store, {
    driveId: site.driveId,
    parentId: parent.id,
    name,
    bytes: file.content,
    contentType: file.contentType,
    stamp,
    id: file.id,
    fields,
  })
}

function loadEvent(store: Store, event: WorldEvent): void {
  const mailboxOf = (who: WorldEvent['organizer']) => {
    if (typeof who !== 'string') return { name: who.name, address: who.mail }
    const person = findPerson(store, who)
    return { name: person?.name ?? who, address: person?.mail ?? '' }
  }
  const attendees: Attendance[] = event.attendees.map(({ person, response }) => ({
    type: 'required',
    emailAddress: mailboxOf(person),
    status: { response, time: response === 'none' ? '0001-01-01T00:00:00Z' : seconds(event.createdAt) },
  }))
  const shared: EventData = {
    ...plainEvent,
    subject: event.subject,
    body: { contentType: 'html', content: event.bodyHtml ?? '' },
    timeZone: event.timeZone,
    endTimeZone: event.timeZone,
    isAllDay: event.isAllDay ?? false,
    ...placeOf(event.location),
    attendees,
    organizer: mailboxOf(event.organizer),
    recurrence: (event.recurrence ?? null) as EventData['recurrence'],
    cancelledOccurrences: (event.exceptions ?? [])
      .filter(({ deleted }) => deleted)
      .map(({ originalStartUtc }) => seconds(originalStartUtc)),
    sensitivity: event.sensitivity ?? 'normal',
    joinUrl: event.joinUrl ?? null,
    isCancelled: event.isCancelled ?? false,
  }
  const copies = new Map<string, EventData>()
  if (typeof event.organizer === 'string') copies.set(event.organizer, shared)
  for (const { person, response } of event.attendees) {
    if (typeof person !== 'string' || copies.has(person)) continue
    const time = response === 'none' ? '0001-01-01T00:00:00Z' : seconds(event.createdAt)
    const answer = response === 'none' ? 'notResponded' : response
    copies.set(person, {
      ...shared,
      isOrganizer: false,
      response: { response: answer, time },
      showAs: response === 'accepted' ? 'busy' : 'tentative',
    })
  }
  for (const [mailbox, data] of copies) loadCopy(store, event, mailbox, data)
}

function loadCopy(store: Store, event: WorldEvent, mailbox: string, data: EventData): void {
  const ids = mailboxIds(`${mailbox} ${event.iCalUId}`)
  const createdAt = seconds(event.createdAt)
  const common = { mailbox, createdAt, modifiedAt: createdAt, transactionId: null }
  insertEvent(store, {
    ...common,
    ...ids,
    iCalUId: event.iCalUId,
    masterId: null,
    kind: event.recurrence ? 'seriesMaster' : 'singleInstance',
    originalStart: null,
    startUtc: seconds(event.startUtc),
    endUtc: seconds(event.endUtc),
    data,
  })
  const zone = resolveZone(event.timeZone) ?? 'Etc/UTC'
  const lasts = Date.parse(event.endUtc) - Date.parse(event.startUtc)
  for (const exception of (event.exceptions ?? []).filter(({ deleted }) => !deleted)) {
    const date = toWall(exception.originalStartUtc, zone).slice(0, 10)
    const startUtc = seconds(exception.startUtc ?? exception.originalStartUtc)
    insertEvent(store, {
      ...common,
      id: occurrenceId(ids.id, date),
      immutableId: occurrenceId(ids.immutableId, date),
      iCalUId: occurrenceUid(event.iCalUId, date),
      masterId: ids.id,
      kind: 'exception',
      originalStart: seconds(exception.originalStartUtc),
      startUtc,
      endUtc: seconds(exception.endUtc ?? new Date(Date.parse(startUtc) + lasts).toISOString()),
      data: { ...data, recurrence: null, cancelledOccurrences: [], subject: exception.subject ?? data.subject },
    })
  }
}

function placeOf(location: string | undefined): Pick<EventData, 'location' | 'locations'> {
  if (!location) return { location: plainEvent.location, locations: [] }
  const place = { displayName: location, locationType: 'default', uniqueId: location, uniqueIdType: 'private' }
  return { location: place, locations: [place] }
}

function loadMessage(store: Store, message: World['messages'][number]): void {
  const owner = findPerson(store, message.mailbox)
  insertMessage(store, {
    mailbox: message.mailbox,
    ...mailboxIds(`message ${message.mailbox} ${message.id}`),
    shortId: message.id,
    folder: 'inbox',
    receivedAt: seconds(message.receivedAt),
    eventICalUId: message.eventICalUId ?? null,
    data: {
      ...plainMessage,
      subject: message.subject,
      body: { contentType: 'html', content: message.bodyHtml },
      from: { name: message.from.name, address: message.from.mail },
      toRecipients: owner ? [{ name: owner.name, address: owner.mail }] : [],
      sentAt: seconds(message.receivedAt),
      isDraft: false,
    },
    attachments: message.attachments,
  })
}

function seconds(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`
}
