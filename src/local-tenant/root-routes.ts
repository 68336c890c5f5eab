import { answerCalendar, calendarParts } from './calendar/calendar-routes.ts'
import { answerActivity } from './chat/activity-routes.ts'
import { answerChat, answerOnlineMeetings } from './chat/chat-routes.ts'
import { answerDriveById, answerOwnDrive, answerSiteDrives, makeLibraryDrive } from './drive/drive-routes.ts'
import type { Answer } from './http/answer.ts'
import type { Call } from './http/call.ts'
import { GraphError, methodNotAllowed, notImplemented } from './http/graph-error.ts'
import { findInDirectory, type PersonRow } from './identity/people.ts'
import { answerUser } from './identity/user-routes.ts'
import { answerMail, mailParts } from './mail/mail-routes.ts'
import { answerSearch } from './search/search-routes.ts'
import { answerSites } from './sites/site-routes.ts'

/** Leads a call by the first words of its path. */
export function answerRoot(call: Call, segments: readonly string[]): Answer {
  const [first = '', ...rest] = segments
  switch (first.toLowerCase()) {
    case 'me':
      return answerPerson(call, call.caller.person, rest)
    case 'users':
      return answerUsers(call, rest)
    case 'sites':
      return answerSites(call, rest, { answer: answerSiteDrives, make: makeLibraryDrive })
    case 'drives':
      return answerDriveById(call, rest)
    case 'chats':
      return rest[1]?.toLowerCase() === 'sendactivitynotification'
        ? answerActivity(call, first, rest)
        : answerChat(call, rest)
    case 'teams':
      return answerActivity(call, first, rest)
    case '$batch':
      throw methodNotAllowed(['POST'])
    case 'search':
      return answerSearch(call, rest)
    default:
      throw notImplemented(`/${first.slice(0, 60)}`)
  }
}

function answerUsers(call: Call, rest: readonly string[]): Answer {
  const [key, ...more] = rest
  if (key === undefined) throw notImplemented('the list of users')
  const person = findInDirectory(call.service.store, call.caller.tenantId, key)
  if (!person) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${key.slice(0, 100)}' does not exist or one of its queried reference-property objects are not present.`,
    )
  }
  return answerPerson(call, person, more)
}

function answerPerson(call: Call, person: PersonRow, rest: readonly string[]): Answer {
  const part = (rest[0] ?? '').toLowerCase()
  if (part === '') {
    if (call.method !== 'GET') throw notImplemented(`${call.method} of a user`)
    return answerUser(call, person)
  }
  if (calendarParts.includes(part)) return answerCalendar(call, person, rest)
  if (mailParts.includes(part)) return answerMail(call, person, rest)
  if (part === 'drive' || part === 'drives') return answerOwnDrive(call, person, rest)
  if (part === 'onlinemeetings') return answerOnlineMeetings(call, person, rest)
  if (part === 'chats') return answerChat(call, rest.slice(1))
  if (part === 'teamwork') return answerActivity(call, 'users', [person.id, ...rest.slice(1)])
  throw notImplemented(`${call.path.slice(0, 200)}`)
}
