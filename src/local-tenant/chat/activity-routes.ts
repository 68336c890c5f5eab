import { type Answer, empty, type JsonObject } from '../http/answer.ts'
import { type Call, readJsonBody } from '../http/call.ts'
import { badRequest, GraphError, notImplemented } from '../http/graph-error.ts'
import { requireScope, scopes } from '../identity/caller.ts'

/** POST chats|teams/{id}/sendActivityNotification and users/{id}/teamwork/sendActivityNotification -> 204; kept in the table activity_notifications. */
export function answerActivity(call: Call, kind: string, rest: readonly string[]): Answer {
  const [id = '', action = ''] = rest
  if (call.method !== 'POST' || action.toLowerCase() !== 'sendactivitynotification' || rest.length > 2)
    throw notImplemented(call.path.slice(0, 200))
  requireScope(call.caller, scopes.activitySend, 'Forbidden')
  call.query.only()
  const body = readJsonBody(call)
  for (const name of ['topic', 'activityType', 'previewText']) {
    if (body[name] === undefined) throw badRequest(`The required property '${name}' is missing.`)
  }
  const topic = body['topic'] as JsonObject
  if (!['text', 'entityUrl'].includes(String(topic['source'])))
    throw badRequest("topic.source must be 'text' or 'entityUrl'.")
  if (topic['source'] === 'text' && typeof topic['webUrl'] !== 'string')
    throw badRequest("topic.webUrl is required when topic.source is 'text'.")
  if (kind !== 'users' && body['recipient'] === undefined)
    throw badRequest("The required property 'recipient' is missing.")
  const { value } = topic
  if (kind === 'chats' && topic['source'] === 'entityUrl' && !leadsTo(String(value ?? ''), `/chats/${id}`))
    throw badRequest('The entity URL must be the same as or a child resource of the chat in the URL.')
  const { store } = call.service
  if (
    kind === 'chats' &&
    !store.get('SELECT 1 AS one FROM chat_members WHERE chat_id = ? AND person_id = ?', id, call.caller.person.id)
  ) {
    throw new GraphError(404, 'NotFound', 'The chat was not found.')
  }
  store.run(
    'INSERT INTO activity_notifications (recipient, sender, body, sent_at) VALUES (?, ?, ?, ?)',
    `${kind}/${id}`,
    call.caller.person.id,
    JSON.stringify(body),
    call.now.toISOString(),
  )
  return empty()
}

// The address of an entity, whatever host and version it names, at or below a place.
function leadsTo(address: string, place: string): boolean {
  const path = decodeURIComponent(address.replace(/^https:\/\/[^/]+\/(v1\.0|beta)/i, '')).toLowerCase()
  const wanted = decodeURIComponent(place).toLowerCase()
  return path === wanted || path.startsWith(`${wanted}/`)
}
