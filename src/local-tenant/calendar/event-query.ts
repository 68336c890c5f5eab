import { type Answer, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { badRequest, errorInvalidRequest } from '../http/graph-error.ts'
import { meetsFilter, order, type PropertyReader, pathsOf } from '../odata/evaluate-filter.ts'
import { readExpand } from '../odata/expand.ts'
import { parseFilter, type Scalar } from '../odata/filter.ts'
import { requireTypes, unknownPath } from '../odata/known-paths.ts'
import { parseOrderBy } from '../odata/order-by.ts'
import type { EventRecord } from './event-record.ts'
import { appliedPreferences, eventResource, eventShape, readEventView } from './event-resource.ts'
import { isoSeconds } from './zone-time.ts'

export const eventExpansions = { attachments: [], singleValueExtendedProperties: ['filter'] } as const
const defaultPage = 10
const largestPage = 1_000
const longestViewDays = 1_825

/** A page of events under $filter, $orderby, $top, $skip and $count. `context` is what comes after "$metadata#". */
export function answerEventPage(call: Call, events: readonly EventRecord[], context: string): Answer {
  const view = readEventView(call, readExpand(call.query.get('$expand'), eventExpansions))
  const matching = sortEvents(call, filterEvents(call, events))
  const skip = readSkip(call)
  const top = call.query.top()
  if (top !== null && top > largestPage) {
    throw badRequest(
      `The limit of '${largestPage}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
    )
  }
  const pageSize = top ?? call.prefer.maxPageSize ?? defaultPage
  const page = matching.slice(skip, skip + pageSize)
  const end = skip + page.length
  const select = call.query.get('$select')
  return ok(
    {
      '@odata.context': contextOf(call, select === null ? context : `${context}(${select.replaceAll(' ', '')})`),
      ...(call.query.get('$count') === 'true' ? { '@odata.count': matching.length } : {}),
      ...(end < matching.length
        ? { '@odata.nextLink': `${linkTo(call, call.path)}?${call.query.with({ $skip: String(end) })}` }
        : {}),
      value: page.map((event) => eventResource(call, event, view)),
    },
    appliedPreferences(call),
  )
}

function readSkip(call: Call): number {
  const text = call.query.get('$skip')
  if (text === null) return 0
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`Invalid value '${text.slice(0, 40)}' for $skip query option found.`)
  return Number(text)
}

const filterable = [
  'icaluid',
  'subject',
  'start/datetime',
  'end/datetime',
  'isallday',
  'iscancelled',
  'isorganizer',
  'type',
  'createddatetime',
  'lastmodifieddatetime',
  'sensitivity',
  'importance',
  'showas',
  'categories',
  'organizer/emailaddress/address',
  'organizer/emailaddress/name',
  'seriesmasterid',
  'responsestatus/response',
  'singlevalueextendedproperties',
  'hasattachments',
  'location/displayname',
  'id',
  'attendees',
]

function filterEvents(call: Call, events: readonly EventRecord[]): readonly EventRecord[] {
  const text = call.query.get('$filter')
  if (text === null) return events
  const filter = parseFilter(text)
  for (const path of pathsOf(filter)) {
    if (path === 'uid' || path.startsWith('onlineMeeting')) {
      throw errorInvalidRequest('The query filter contains one or more invalid nodes.', 'ErrorInvalidUrlQueryFilter')
    }
    if (!filterable.includes(path.toLowerCase())) throw unknownPath(path, eventShape, '$filter')
  }
  requireTypes(filter, filterTypes)
  return events.filter((event) => meetsFilter(filter, readerOf(event)))
}

const filterTypes = {
  boolean: ['isallday', 'iscancelled', 'isorganizer', 'hasattachments'],
  string: ['subject', 'icaluid', 'type', 'sensitivity', 'importance', 'showas', 'location/displayname'],
}

const sortable = ['start/datetime', 'end/datetime', 'subject', 'createddatetime', 'lastmodifieddatetime']

function sortEvents(call: Call, events: readonly EventRecord[]): readonly EventRecord[] {
  const sort = parseOrderBy(call.query.get('$orderby'))
  for (const { path } of sort) {
    if (!sortable.includes(path.toLowerCase())) throw unknownPath(path, eventShape, '$orderby')
  }
  if (sort.length === 0) return events
  const readable = events.map((event) => ({ event, read: readerOf(event) }))
  readable.sort((a, b) => {
    for (const { path, descending } of sort) {
      const sign = order((a.read(path) ?? null) as Scalar, (b.read(path) ?? null) as Scalar)
      if (sign !== 0) return descending ? -sign : sign
    }
    return 0
  })
  return readable.map(({ event }) => event)
}

function readerOf(event: EventRecord): PropertyReader {
  const { data } = event
  const values: Record<string, () => ReturnType<PropertyReader>> = {
    id: () => event.id,
    icaluid: () => event.iCalUId,
    subject: () => data.subject,
    'start/datetime': () => event.startUtc,
    'end/datetime': () => event.endUtc,
    isallday: () => data.isAllDay,
    iscancelled: () => data.isCancelled,
    isorganizer: () => data.isOrganizer,
    type: () => event.kind,
    createddatetime: () => event.createdAt,
    lastmodifieddatetime: () => event.modifiedAt,
    sensitivity: () => data.sensitivity,
    importance: () => data.importance,
    showas: () => data.showAs,
    categories: () => data.categories.map((category) => () => category),
    'organizer/emailaddress/address': () => data.organizer.address,
    'organizer/emailaddress/name': () => data.organizer.name,
    seriesmasterid: () => event.masterId,
    'responsestatus/response': () => data.response.response,
    'location/displayname': () => data.location['displayName'] as Scalar,
    attendees: () =>
      data.attendees.map(
        ({ emailAddress }) =>
          (path: string) =>
            path.toLowerCase() === 'emailaddress/address' ? emailAddress.address : emailAddress.name,
      ),
    singlevalueextendedproperties: () =>
      data.extendedProperties.map(
        ({ id, value }) =>
          (path: string) =>
            path === 'id' ? id : (value as Scalar),
      ),
  }
  return (path) => values[path.toLowerCase()]?.()
}

/** The window of a calendar view, as whole seconds in UTC; 400 when it is missing, turned round or too long. */
export function readWindow(call: Call): { readonly start: string; readonly end: string } {
  const start = call.query.get('startdatetime')
  const end = call.query.get('enddatetime')
  if (start === null || end === null) {
    throw errorInvalidRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    )
  }
  const from = windowEdge('StartDateTime', start)
  const to = windowEdge('EndDateTime', end)
  if (to < from)
    throw errorInvalidRequest(
      "The value of the EndDateTime parameter can't be earlier than that of StartDateTime.",
      'ErrorInvalidParameter',
    )
  if (to - from > longestViewDays * 86_400_000) {
    throw errorInvalidRequest(
      `Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: ${longestViewDays}.`,
      'ErrorCalendarViewRangeTooBig',
    )
  }
  return { start: isoSeconds(from), end: isoSeconds(to) }
}

// An offset that lost its plus on the way ("...T00:00:00 02:00") is read as one.
function windowEdge(name: string, text: string): number {
  const iso = text
    .trim()
    .replace(/ (\d\d:\d\d)$/, '+$1')
    .replace(/(\.\d{3})\d+/, '$1')
  const time = Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`)
  if (Number.isNaN(time)) {
    throw errorInvalidRequest(
      `The value '${text.slice(0, 60)}' of parameter '${name}' is invalid.`,
      'ErrorInvalidParameter',
    )
  }
  return time
}
