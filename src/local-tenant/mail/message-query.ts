import { appliedPreferences } from '../calendar/event-resource.ts'
import { mailboxContext } from '../calendar/mailbox.ts'
import { type Answer, ok } from '../http/answer.ts'
import { type Call, contextOf, linkTo } from '../http/call.ts'
import { badRequest, GraphError } from '../http/graph-error.ts'
import type { PersonRow } from '../identity/people.ts'
import { meetsFilter, order, type PropertyReader, pathsOf } from '../odata/evaluate-filter.ts'
import { readExpand } from '../odata/expand.ts'
import { parseFilter, type Scalar } from '../odata/filter.ts'
import { requireTypes, unknownPath } from '../odata/known-paths.ts'
import { parseOrderBy } from '../odata/order-by.ts'
import type { Store } from '../store/database.ts'
import { folderId, messageResource, messageShape } from './message-resource.ts'
import { attachmentsOf, type MessageData, type MessageRow } from './message-store.ts'

const defaultPage = 10

/** The messages of a mailbox or of one folder, newest first. */
export function messagesIn(call: Call, mailbox: string, folder: string | null): MessageRow[] {
  const { store } = call.service
  return folder === null
    ? store.all<MessageRow>('SELECT * FROM messages WHERE mailbox = ? ORDER BY received_at DESC, id', mailbox)
    : store.all<MessageRow>(
        'SELECT * FROM messages WHERE mailbox = ? AND folder = ? ORDER BY received_at DESC, id',
        mailbox,
        folder,
      )
}

/** A page of messages under $filter, $orderby, $top, $skip and $count. */
export function answerMessages(call: Call, person: PersonRow, folder: string | null): Answer {
  call.query.only('$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand')
  const expand = readExpand(call.query.get('$expand'), { attachments: [], event: [] })
  const rows = sortMessages(call, filterMessages(call, messagesIn(call, person.id, folder)))
  const skipText = call.query.get('$skip') ?? '0'
  if (!/^\d{1,9}$/.test(skipText))
    throw badRequest(`Invalid value '${skipText.slice(0, 40)}' for $skip query option found.`)
  const skip = Number(skipText)
  const pageSize = Math.min(call.query.top() ?? call.prefer.maxPageSize ?? defaultPage, 1_000)
  const page = rows.slice(skip, skip + pageSize)
  const end = skip + page.length
  const select = call.query.get('$select')
  const context = folder === null ? 'messages' : `mailFolders('${folder}')/messages`
  return ok(
    {
      '@odata.context': contextOf(
        call,
        `${mailboxContext(person)}/${context}${select === null ? '' : `(${select.replaceAll(' ', '')})`}`,
      ),
      ...(call.query.get('$count') === 'true' ? { '@odata.count': rows.length } : {}),
      ...(end < rows.length
        ? { '@odata.nextLink': `${linkTo(call, call.path)}?${call.query.with({ $skip: String(end) })}` }
        : {}),
      value: page.map((row) => messageResource(call, row, expand)),
    },
    appliedPreferences(call),
  )
}

const readers: Record<string, (row: MessageRow, data: MessageData, store: Store) => Scalar> = {
  subject: (_, data) => data.subject,
  isread: (_, data) => data.isRead,
  isdraft: (_, data) => data.isDraft,
  importance: (_, data) => data.importance,
  hasattachments: (row, _, store) => attachmentsOf(store, row.mailbox, row.id).some(({ inline }) => inline === 0),
  parentfolderid: (row) => folderId(row.mailbox, row.folder),
  id: (row) => row.id,
  receiveddatetime: (row) => row.received_at,
  sentdatetime: (row, data) => data.sentAt || row.received_at,
  createddatetime: (row) => row.created_at,
  lastmodifieddatetime: (row) => row.modified_at,
  'from/emailaddress/address': (_, data) => data.from?.address ?? null,
  'from/emailaddress/name': (_, data) => data.from?.name ?? null,
  'sender/emailaddress/address': (_, data) => data.from?.address ?? null,
}

function readerOf(store: Store, row: MessageRow): PropertyReader {
  const data = JSON.parse(row.data) as MessageData
  return (path) => readers[path.toLowerCase()]?.(row, data, store)
}

function filterMessages(call: Call, rows: MessageRow[]): MessageRow[] {
  const text = call.query.get('$filter')
  if (text === null) return rows
  const filter = parseFilter(text)
  for (const path of pathsOf(filter)) {
    if (!(path.toLowerCase() in readers)) throw unknownPath(path, messageShape, '$filter')
  }
  requireTypes(filter, filterTypes)
  requireEfficient(call, pathsOf(filter))
  return rows.filter((row) => meetsFilter(filter, readerOf(call.service.store, row)))
}

const filterTypes = { boolean: ['isread', 'isdraft', 'hasattachments'], string: ['subject', 'importance'] }

// What messages are filtered and sorted by must begin alike, in the same order (user-list-messages, query-parameters).
function requireEfficient(call: Call, filtered: readonly string[]): void {
  const sorted = parseOrderBy(call.query.get('$orderby')).map(({ path }) => path.toLowerCase())
  const both = Math.min(sorted.length, filtered.length)
  if (sorted.slice(0, both).every((path, place) => filtered[place]?.toLowerCase() === path)) return
  throw new GraphError(400, 'InefficientFilter', 'The restriction or sort order is too complex for this operation.')
}

function sortMessages(call: Call, rows: MessageRow[]): MessageRow[] {
  const sort = parseOrderBy(call.query.get('$orderby'))
  for (const { path } of sort) {
    if (!(path.toLowerCase() in readers)) throw unknownPath(path, messageShape, '$orderby')
  }
  if (sort.length === 0) return rows
  return [...rows].sort((a, b) => {
    for (const { path, descending } of sort) {
      const sign = order(
        (readerOf(call.service.store, a)(path) ?? null) as Scalar,
        (readerOf(call.service.store, b)(path) ?? null) as Scalar,
      )
      if (sign !== 0) return descending ? -sign : sign
    }
    return 0
  })
}
