import { createHash } from 'node:crypto'
import { type Answer, type JsonObject, ok } from '../http/answer.ts'
import { type Call, contextOf } from '../http/call.ts'
import { badRequest, errorInvalidRequest, GraphError, notImplemented } from '../http/graph-error.ts'
import { cutPage } from '../http/paging.ts'
import { actsIn, requireScope, scopes } from '../identity/caller.ts'
import { findPerson, oidIn, type PersonRow } from '../identity/people.ts'
import { readExpand } from '../odata/expand.ts'
import { parseFilter } from '../odata/filter.ts'
import { applySelect } from '../odata/select.ts'
import type { Row } from '../store/database.ts'

type ChatRow = Row & {
  id: string
  tenant_id: string
  topic: string
  join_url: string
  organizer: string
  created_at: string
}

const chatShape = {
  type: 'chat',
  known: [
    'id',
    'topic',
    'createdDateTime',
    'lastUpdatedDateTime',
    'chatType',
    'webUrl',
    'tenantId',
    'viewpoint',
    'onlineMeetingInfo',
    'isHiddenForAllMembers',
  ],
}

/** GET /chats/{id}, /me/chats and the members of a chat; only for its members, in the tenant that holds it. */
export function answerChat(call: Call, rest: readonly string[]): Answer {
  requireScope(call.caller, scopes.chatRead, 'Forbidden')
  const [id, part, ...more] = rest
  if (call.method !== 'GET' || more.length > 0) throw notImplemented(call.path.slice(0, 200))
  if (id === undefined) return listChats(call)
  const chat = requireChat(call, id)
  if (part === 'members') return listMembers(call, chat)
  if (part !== undefined) throw notImplemented(`chats/{id}/${part.slice(0, 60)}`)
  call.query.only('$select', '$expand')
  const expand = readExpand(call.query.get('$expand'), { members: [] })
  return ok({
    '@odata.context': contextOf(call, expand.has('members') ? 'chats(members())/$entity' : 'chats/$entity'),
    ...applySelect(chatResource(call, chat), call.query.get('$select'), chatShape, ['id']),
    ...(expand.has('members') ? { members: membersOf(call, chat) } : {}),
  })
}

function listChats(call: Call): Answer {
  call.query.only('$top', '$select', '$skiptoken', '$expand')
  const expand = readExpand(call.query.get('$expand'), { members: [] })
  const chats = call.service.store
    .all<ChatRow>(
      'SELECT c.* FROM chats c JOIN chat_members m ON m.chat_id = c.id WHERE m.person_id = ? ORDER BY c.created_at DESC',
      call.caller.person.id,
    )
    .filter((chat) => actsIn(call.caller, chat.tenant_id) || call.caller.person.home_tenant === call.caller.tenantId)
  const { page, next } = cutPage(call, chats, Math.min(call.query.top() ?? 20, 50))
  const select = call.query.get('$select')
  const value = page.map((chat) => ({
    ...applySelect(chatResource(call, chat), select, chatShape, ['id']),
    ...(expand.has('members') ? { members: membersOf(call, chat) } : {}),
  }))
  const context = expand.has('members') ? 'chats(members())' : 'chats'
  return ok({ '@odata.context': contextOf(call, context), '@odata.count': page.length, ...next, value })
}

function requireChat(call: Call, id: string): ChatRow {
  const { store } = call.service
  const chat = store.get<ChatRow>('SELECT * FROM chats WHERE id = ?', id)
  const isMember =
    chat &&
    store.get('SELECT 1 AS one FROM chat_members WHERE chat_id = ? AND person_id = ?', id, call.caller.person.id)
  if (!chat) throw new GraphError(404, 'NotFound', `No chat found with thread id '${id.slice(0, 100)}'.`)
  if (!isMember) throw new GraphError(403, 'Forbidden', 'The caller is not a member of the chat.')
  return chat
}

// calendarEventId is empty for meetings made in Outlook (PLATFORM F1.9); the join link is the useful half.
function chatResource(call: Call, chat: ChatRow): JsonObject {
  const organizer = findPerson(call.service.store, chat.organizer)
  return {
    id: chat.id,
    topic: chat.topic,
    createdDateTime: chat.created_at,
    lastUpdatedDateTime: chat.created_at,
    chatType: 'meeting',
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${chat.tenant_id}`,
    tenantId: chat.tenant_id,
    viewpoint: null,
    onlineMeetingInfo: {
      calendarEventId: null,
      joinWebUrl: chat.join_url,
      organizer: { id: organizer?.oid ?? chat.organizer, displayName: null, userIdentityType: 'aadUser' },
    },
  }
}

function listMembers(call: Call, chat: ChatRow): Answer {
  call.query.only()
  const value = membersOf(call, chat)
  return ok({
    '@odata.context': contextOf(call, `chats('${encodeURIComponent(chat.id)}')/members`),
    '@odata.count': value.length,
    value,
  })
}

function membersOf(call: Call, chat: ChatRow): readonly JsonObject[] {
  const { store } = call.service
  const rows = store.all<PersonRow>(
    'SELECT p.* FROM chat_members m JOIN persons p ON p.id = m.person_id WHERE m.chat_id = ?',
    chat.id,
  )
  return rows.map((person) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${chat.id} ${person.oid}`).toString('base64'),
    roles: person.id === chat.organizer ? ['owner'] : person.home_tenant === chat.tenant_id ? [] : ['guest'],
    displayName: person.name,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: oidIn(store, person, chat.tenant_id) ?? person.oid,
    email: person.mail,
    tenantId: person.home_tenant,
  }))
}

/** /me/onlineMeetings?$filter=JoinWebUrl eq '...': the meeting of a join link, for its organiser or somebody invited at home. */
export function answerOnlineMeetings(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  requireScope(call.caller, scopes.meetingRead, 'Forbidden')
  if (call.method !== 'GET' || rest.length > 2) throw notImplemented(call.path.slice(0, 200))
  if (person.id !== call.caller.person.id)
    throw new GraphError(403, 'Forbidden', 'User is not allowed to access the meetings of another user.')
  const { store } = call.service
  const mine = store
    .all<ChatRow>('SELECT c.* FROM chats c JOIN chat_members m ON m.chat_id = c.id WHERE m.person_id = ?', person.id)
    .filter((chat) => chat.tenant_id === person.home_tenant)
  if (rest[1] !== undefined) {
    call.query.only('$select')
    const chat = mine.find((candidate) => meetingId(call, candidate) === rest[1])
    if (!chat) throw new GraphError(404, 'NotFound', 'Specified meeting is not found.')
    return ok({
      '@odata.context': contextOf(call, `users('${person.oid}')/onlineMeetings/$entity`),
      ...applySelect(meetingResource(call, chat), call.query.get('$select'), meetingShape, ['id']),
    })
  }
  call.query.only('$filter')
  const wanted = readJoinUrl(call.query.get('$filter'))
  const value = mine.filter((chat) => sameLink(chat.join_url, wanted)).map((chat) => meetingResource(call, chat))
  return ok({ '@odata.context': contextOf(call, `users('${person.oid}')/onlineMeetings`), value })
}

function readJoinUrl(text: string | null): string {
  if (text === null)
    throw badRequest("InvalidRequest: a filter on JoinWebUrl is required, e.g. $filter=JoinWebUrl eq '...'.")
  const filter = parseFilter(text)
  const fits =
    filter.kind === 'compare' && filter.op === 'eq' && filter.left.kind === 'path' && filter.right.kind === 'literal'
  if (fits && filter.left.path.toLowerCase().startsWith('joinmeetingidsettings/'))
    throw notImplemented(`$filter on ${filter.left.path.slice(0, 60)} of online meetings`)
  if (!fits || filter.left.path.toLowerCase() !== 'joinweburl')
    throw errorInvalidRequest('Only a filter JoinWebUrl eq is supported.', 'InvalidRequest')
  return String(filter.right.value)
}

// Links are written encoded once or twice; they are the same when they say the same.
function sameLink(a: string, b: string): boolean {
  const plain = (link: string): string => {
    let text = link
    for (let round = 0; round < 3; round += 1) {
      try {
        text = decodeURIComponent(text)
      } catch {
        // What cannot be decoded further is plain.
        break
      }
    }
    return text.toLowerCase()
  }
  return plain(a) === plain(b)
}

// Base64 of the organiser and the thread (PLATFORM F1.3).
function meetingId(call: Call, chat: ChatRow): string {
  const organizer = findPerson(call.service.store, chat.organizer)
  return Buffer.from(`1*${organizer?.oid ?? chat.organizer}*0**${chat.id}`).toString('base64')
}

// Twelve digits that are the same for the same thread.
function meetingNumber({ id }: ChatRow): string {
  const digits = createHash('sha256').update(id).digest().readBigUInt64BE() % 1_000_000_000_000n
  return String(digits).padStart(12, '0')
}

const meetingShape = {
  type: 'onlineMeeting',
  known: [
    'id',
    'creationDateTime',
    'startDateTime',
    'endDateTime',
    'subject',
    'joinWebUrl',
    'chatInfo',
    'participants',
    'isBroadcast',
    'allowedPresenters',
    'autoAdmittedUsers',
    'isEntryExitAnnounced',
    'joinMeetingIdSettings',
    'lobbyBypassSettings',
    'videoTeleconferenceId',
  ],
}

// When the meeting is: as the event says that carries the same link in the organiser's calendar.
function timesOf(call: Call, chat: ChatRow): JsonObject {
  const row = call.service.store.get<{ start_utc: string; end_utc: string }>(
    "SELECT start_utc, end_utc FROM events WHERE mailbox = ? AND deleted = 0 AND json_extract(data, '$.joinUrl') = ? ORDER BY start_utc LIMIT 1",
    chat.organizer,
    chat.join_url,
  )
  return { startDateTime: row?.start_utc ?? chat.created_at, endDateTime: row?.end_utc ?? chat.created_at }
}

function meetingResource(call: Call, chat: ChatRow): JsonObject {
  const organizer = findPerson(call.service.store, chat.organizer)
  return {
    id: meetingId(call, chat),
    creationDateTime: chat.created_at,
    ...timesOf(call, chat),
    isBroadcast: false,
    autoAdmittedUsers: 'everyoneInCompany',
    allowedPresenters: 'everyone',
    isEntryExitAnnounced: true,
    lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
    joinMeetingIdSettings: { isPasscodeRequired: false, joinMeetingId: meetingNumber(chat), passcode: null },
    videoTeleconferenceId: null,
    subject: chat.topic,
    joinWebUrl: chat.join_url,
    chatInfo: { threadId: chat.id, messageId: '0', replyChainMessageId: null },
    participants: {
      organizer: {
        upn: organizer?.mail ?? null,
        role: 'presenter',
        identity: {
          user: {
            id: organizer?.oid ?? null,
            displayName: organizer?.name ?? null,
            tenantId: organizer?.home_tenant ?? null,
          },
        },
      },
      attendees: [],
      producers: [],
      contributors: [],
    },
  }
}
