import { answerRequest, type PlainRequest, type Root } from '../answer-request.ts'
import type { Json, JsonObject } from '../http/answer.ts'
import { badRequest, GraphError } from '../http/graph-error.ts'
import { type FinishedAnswer, finishError } from '../http/respond.ts'
import type { Service } from '../service.ts'

type Part = {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
  readonly dependsOn: readonly string[]
}

const mostParts = 20
const partMethods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** POST /$batch: up to 20 requests, answered in no order a client may count on (PLATFORM F5.14). */
export function answerBatch(service: Service, request: PlainRequest, root: Root): FinishedAnswer {
  // The frame of a batch is a call itself: its token, its faults and its own errors.
  return answerRequest(service, { ...request, method: 'GET' }, () => {
    const parts = readParts(request)
    const answers = new Map<string, JsonObject & { readonly status: number }>()
    for (const part of inOrder(parts)) {
      const failed = part.dependsOn.some((id) => (answers.get(id)?.status ?? 500) >= 400)
      answers.set(part.id, failed ? failedDependency(part, service.now()) : answerPart(service, request, part, root))
    }
    return { kind: 'json', status: 200, body: { responses: shuffle([...answers.values()]) } }
  })
}

function readParts(request: PlainRequest): readonly Part[] {
  const type = request.headers.get('content-type') ?? ''
  if (!/json/i.test(type))
    throw new GraphError(415, 'UnsupportedMediaType', 'The batch request must have the content type application/json.')
  const body = parseBody(request.body)
  const requests = body['requests']
  if (!Array.isArray(requests)) throw badRequest("Invalid batch payload format: the property 'requests' is missing.")
  if (requests.length === 0) throw badRequest('Invalid batch payload format: there are no requests.')
  if (requests.length > mostParts)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostParts}.`, 'MaximumValueExceeded')
  const parts = (requests as readonly Json[]).map(readPart)
  // Ids are the same without regard to case, as the documentation says.
  const folded = new Set(parts.map(({ id }) => id.toLowerCase()))
  if (folded.size < parts.length) throw badRequest('Request Id has to be unique in a batch.')
  const ids = new Set(parts.map(({ id }) => id))
  for (const part of parts) {
    if (/^\/\$batch/i.test(targetOf(part.url))) throw badRequest('A batch cannot hold another batch.')
    for (const id of part.dependsOn) {
      if (!ids.has(id) || id === part.id)
        throw badRequest(`The request '${part.id}' depends on '${id}', which is not in the batch.`)
    }
  }
  return parts
}

function parseBody(bytes: Uint8Array): JsonObject {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  } catch {
    throw badRequest('Invalid batch payload format.')
  }
  throw badRequest('Invalid batch payload format.')
}

function readPart(value: Json): Part {
  const part = (typeof value === 'object' && value !== null ? value : {}) as JsonObject
  const { id, url, body } = part
  const method = String(part['method'] ?? '').toUpperCase()
  if (typeof id !== 'string' || id === '') throw badRequest('Invalid batch payload format: a request has no id.')
  if (!partMethods.includes(method))
    throw badRequest(`Invalid batch payload format: the request '${id}' has no known method.`)
  if (typeof url !== 'string' || url === '')
    throw badRequest(`Invalid batch payload format: the request '${id}' has no url.`)
  for (const [name, isWrong] of [
    ['headers', (value: Json) => typeof value !== 'object' || Array.isArray(value)],
    ['dependsOn', (value: Json) => !Array.isArray(value)],
  ] as const) {
    const value = part[name]
    if (value !== undefined && value !== null && isWrong(value))
      throw badRequest(`Invalid batch payload format: ${name} of the request '${id}' is not valid.`)
  }
  const given = typeof part['headers'] === 'object' && part['headers'] !== null ? (part['headers'] as JsonObject) : {}
  const headers = Object.fromEntries(Object.entries(given).map(([name, text]) => [name.toLowerCase(), String(text)]))
  if (body !== undefined && body !== null && headers['content-type'] === undefined) {
    throw badRequest(`Invalid batch payload format: the request '${id}' has a body but no Content-Type header.`)
  }
  const dependsOn = Array.isArray(part['dependsOn']) ? part['dependsOn'].map(String) : []
  return { id, method, url, headers, body, dependsOn }
}

// A part comes after those it depends on; a ring is nobody's to begin.
function inOrder(parts: readonly Part[]): readonly Part[] {
  const done = new Set<string>()
  const ordered: Part[] = []
  while (ordered.length < parts.length) {
    const ready = parts.filter((part) => !done.has(part.id) && part.dependsOn.every((id) => done.has(id)))
    if (ready.length === 0) throw badRequest('The requests of the batch depend on each other in a ring.')
    for (const part of ready) {
      done.add(part.id)
      ordered.push(part)
    }
  }
  return ordered
}

function answerPart(service: Service, outer: PlainRequest, part: Part, root: Root): JsonObject & { status: number } {
  const headers = new Headers(part.headers)
  if (!headers.has('authorization')) headers.set('authorization', outer.headers.get('authorization') ?? '')
  // A part's address is below the version: with a host or a version it leads nowhere (json-batching).
  const wrong = /^https?:|^\/*(v1\.0|beta)(\/|$)/i.exec(part.url)
  if (wrong) {
    const segment = wrong[1] ?? part.url.slice(0, 60)
    const error = badRequest(`Resource not found for the segment '${segment}'.`)
    return toPartAnswer(part.id, finishError(error, { requestId: part.id, clientRequestId: null, now: service.now() }))
  }
  const target = targetOf(part.url)
  const finished = answerRequest(
    service,
    { method: part.method, target, headers, body: bytesOf(part), base: outer.base, fileBase: outer.fileBase },
    root,
  )
  return toPartAnswer(part.id, finished)
}

function targetOf(url: string): string {
  return `/${url.replace(/^\/+/, '')}`
}

function bytesOf({ body, headers }: Part): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array()
  if (typeof body === 'string' && !/json/i.test(headers['content-type'] ?? ''))
    return new Uint8Array(Buffer.from(body, 'base64'))
  return new TextEncoder().encode(JSON.stringify(body))
}

// Only headers that belong to the part; a part without body has no Content-Type (DEPENDENCIES 7.9).
const partHeaders = [
  'Cache-Control',
  'Content-Type',
  'ETag',
  'Location',
  'OData-Version',
  'Preference-Applied',
  'Retry-After',
  'WWW-Authenticate',
]

function toPartAnswer(id: string, finished: FinishedAnswer): JsonObject & { status: number } {
  const headers = Object.fromEntries(Object.entries(finished.headers).filter(([name]) => partHeaders.includes(name)))
  const base = { id, status: finished.status, headers }
  if (finished.json !== null) return { ...base, body: finished.json }
  if (finished.bytes !== null) return { ...base, body: Buffer.from(finished.bytes).toString('base64') }
  return base
}

function failedDependency(part: Part, now: Date): JsonObject & { status: number } {
  const error = new GraphError(
    424,
    'FailedDependency',
    'The request has failed because a request it depends on has failed.',
  )
  return toPartAnswer(part.id, finishError(error, { requestId: part.id, clientRequestId: null, now }))
}

// The order of the answers is not that of the requests: the same shuffle each time, so that runs can be repeated.
function shuffle<T>(answers: readonly T[]): readonly T[] {
  const even = answers.filter((_, place) => place % 2 === 0)
  const odd = answers.filter((_, place) => place % 2 === 1)
  return [...odd, ...even]
}
