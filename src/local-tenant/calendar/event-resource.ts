import type { Json, JsonObject } from '../http/answer.ts'
import { bodyProperty } from '../http/body-property.ts'
import type { Call } from '../http/call.ts'
import { previewOf } from '../http/html-text.ts'
import { findPerson } from '../identity/people.ts'
import { attachmentResource } from '../mail/attachment-resource.ts'
import { attachmentsOf } from '../mail/message-store.ts'
import type { Expansion } from '../odata/expand.ts'
import { pick, readSelect } from '../odata/select.ts'
import type { EventRecord, Mailbox } from './event-record.ts'
import { requireZone, toWall } from './zone-time.ts'

export const eventShape = {
  type: 'event',
  known: [
    'id',
    'createdDateTime',
    'lastModifiedDateTime',
    'changeKey',
    'categories',
    'transactionId',
    'originalStartTimeZone',
    'originalEndTimeZone',
    'iCalUId',
    'reminderMinutesBeforeStart',
    'isReminderOn',
    'hasAttachments',
    'subject',
    'bodyPreview',
    'importance',
    'sensitivity',
    'originalStart',
    'isAllDay',
    'isCancelled',
    'isOrganizer',
    'isDraft',
    'responseRequested',
    'seriesMasterId',
    'showAs',
    'type',
    'webLink',
    'onlineMeetingUrl',
    'isOnlineMeeting',
    'onlineMeetingProvider',
    'allowNewTimeProposals',
    'hideAttendees',
    'recurrence',
    'responseStatus',
    'body',
    'start',
    'end',
    'location',
    'locations',
    'attendees',
    'organizer',
    'onlineMeeting',
    'cancelledOccurrences',
  ],
}

/** How events are to be shown, read once per request. */
export type EventView = {
  readonly select: ReadonlySet<string> | null
  /** Zone as asked for and as IANA; UTC when none was. */
  readonly zone: { readonly name: string; readonly iana: string }
  readonly bodyAsText: boolean
  readonly immutableIds: boolean
  readonly expand: ReadonlyMap<string, Expansion>
}

/** Reads $select and the Prefer header; 400 for a zone nobody knows. */
export function readEventView(call: Call, expand: ReadonlyMap<string, Expansion> = new Map()): EventView {
  const { timeZone, bodyType, immutableIds } = call.prefer
  return {
    select: readSelect(call.query.get('$select'), eventShape),
    zone: timeZone === null ? { name: 'UTC', iana: 'Etc/UTC' } : { name: timeZone, iana: requireZone(timeZone) },
    bodyAsText: bodyType === 'text',
    immutableIds,
    expand,
  }
}

/** Preference-Applied for what was honoured; nothing when nothing was asked for. */
export function appliedPreferences(call: Call): Record<string, string> {
  const { timeZone, bodyType, immutableIds } = call.prefer
  const applied = [
    ...(timeZone === null ? [] : [`outlook.timezone="${timeZone}"`]),
    ...(bodyType === null ? [] : [`outlook.body-content-type="${bodyType}"`]),
    ...(immutableIds ? ['IdType="ImmutableId"'] : []),
  ]
  return applied.length === 0 ? {} : { 'Preference-Applied': applied.join(', ') }
}

function changeKeyOf({ id, version }: Pick<EventRecord, 'id' | 'version'>): string {
  return `${Buffer.from(`${id.slice(6, 20)}${String(version).padStart(6, '0')}`, 'latin1').toString('base64')}==`.slice(
    0,
    28,
  )
}

export function eventTag(event: Pick<EventRecord, 'id' | 'version'>): string {
  return `W/"${changeKeyOf(event)}"`
}

/** The event as Graph shows it in this mailbox. */
export function eventResource(call: Call, event: EventRecord, view: EventView): JsonObject {
  const whole = { ...heading(event, view), ...content(call, event, view) }
  const shown = view.select === null ? whole : pick(whole, view.select, ['id'])
  return { ...shown, ...expanded(call, event, view) }
}

/** What delta shows of an occurrence that has nothing of its own. */
export function shortOccurrence(event: EventRecord, view: EventView): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.event',
    '@odata.etag': eventTag(event),
    id: view.immutableIds ? event.immutableId : event.id,
    seriesMasterId: masterIdOf(event, view),
    type: 'occurrence',
    start: timeOf(event.startUtc, event.data.isAllDay, view),
    end: timeOf(event.endUtc, event.data.isAllDay, view),
  }
}

function heading(event: EventRecord, view: EventView): JsonObject {
  const { data } = event
  return {
    '@odata.etag': eventTag(event),
    id: view.immutableIds ? event.immutableId : event.id,
    createdDateTime: `${event.createdAt.slice(0, 19)}.0000000Z`,
    lastModifiedDateTime: `${event.modifiedAt.slice(0, 19)}.0000000Z`,
    changeKey: changeKeyOf(event),
    categories: data.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: data.timeZone,
    originalEndTimeZone: data.endTimeZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: data.reminderMinutesBeforeStart,
    isReminderOn: data.isReminderOn,
    subject: data.subject,
    importance: data.importance,
    sensitivity: data.sensitivity,
    isAllDay: data.isAllDay,
    isCancelled: data.isCancelled,
    isOrganizer: data.isOrganizer,
    isDraft: data.isDraft,
    responseRequested: data.responseRequested,
    seriesMasterId: masterIdOf(event, view),
    showAs: data.showAs,
    type: event.kind,
    ...(event.originalStart === null ? {} : { originalStart: event.originalStart }),
    allowNewTimeProposals: data.allowNewTimeProposals,
    hideAttendees: data.hideAttendees,
  }
}

function content(call: Call, event: EventRecord, view: EventView): JsonObject {
  const { data } = event
  const hasAttachments = attachmentsOf(call.service.store, event.mailbox, event.id).length > 0
  return {
    hasAttachments,
    bodyPreview: previewOf(data.body),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: data.joinUrl !== null,
    onlineMeetingProvider: data.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    responseStatus: data.response,
    body: bodyProperty(data.body, view.bodyAsText),
    start: timeOf(event.startUtc, data.isAllDay, view),
    end: timeOf(event.endUtc, data.isAllDay, view),
    location: data.location,
    locations: data.locations,
    recurrence: data.recurrence,
    attendees: seenAttendees(call, event) as readonly Json[],
    organizer: { emailAddress: mailboxResource(data.organizer) },
    onlineMeeting: data.joinUrl === null ? null : { joinUrl: data.joinUrl },
    ...(view.select?.has('cancelledOccurrences') ? { cancelledOccurrences: cancelledIds(event) } : {}),
  }
}

// Whoever is invited to an event with hidden attendees sees himself alone.
function seenAttendees(call: Call, { data, mailbox }: EventRecord): EventRecord['data']['attendees'] {
  if (!data.hideAttendees || data.isOrganizer) return data.attendees
  const own = findPerson(call.service.store, mailbox)?.mail.toLowerCase()
  return data.attendees.filter(({ emailAddress }) => emailAddress.address.toLowerCase() === own)
}

function cancelledIds(event: EventRecord): string[] {
  return event.data.cancelledOccurrences.map((start) => `OID.${event.id}.${start.slice(0, 10)}`)
}

function masterIdOf(event: EventRecord, view: EventView): string | null {
  if (event.masterId === null) return null
  // The immutable id of the master is that of the occurrence without its date.
  return view.immutableIds ? `${event.immutableId.replace(/-O\d{8}$/, '')}=` : event.masterId
}

function mailboxResource(mailbox: Mailbox): JsonObject {
  return { name: mailbox.name, address: mailbox.address }
}

/** "2026-10-06T09:00:00.0000000" with its zone; all-day events show midnight in whatever zone is asked for. */
export function timeOf(utc: string, isAllDay: boolean, view: Pick<EventView, 'zone'>): JsonObject {
  const wall = isAllDay ? utc.slice(0, 19) : toWall(utc, view.zone.iana)
  return { dateTime: `${wall}.0000000`, timeZone: view.zone.name }
}

function expanded(call: Call, event: EventRecord, view: EventView): JsonObject {
  const { store } = call.service
  const properties = view.expand.get('singleValueExtendedProperties')
  const wantedIds = [...(properties?.filter ?? '').matchAll(/id\s+eq\s+'([^']*)'/gi)].map(([, id = '']) =>
    id.toLowerCase(),
  )
  const found = event.data.extendedProperties.filter(({ id }) => wantedIds.includes(id.toLowerCase()))
  return {
    ...(view.expand.has('attachments')
      ? {
          attachments: attachmentsOf(store, event.mailbox, event.id).map((row) => attachmentResource(store, row, true)),
        }
      : {}),
    ...(properties && found.length > 0
      ? { singleValueExtendedProperties: found.map(({ id, value }) => ({ id, value })) }
      : {}),
  }
}
